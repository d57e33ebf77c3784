namespace Orchestrator.Engine.Runtime;

/// <summary>How late timers fired since this node started, counted in classes. Safe for concurrent use.</summary>
public sealed class Lateness
{
    /// <summary>The greatest lateness of each class but the last, which is open.</summary>
    public static readonly IReadOnlyList<TimeSpan> Bounds =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromDays(1),
    ];

    private readonly long[] _counts = new long[Bounds.Count + 1];
    private long _greatestTicks;

    /// <summary>How many fired in each class: one more than <see cref="Bounds"/>.</summary>
    public IReadOnlyList<long> Counts => [.. Enumerable.Range(0, _counts.Length).Select(i => Interlocked.Read(ref _counts[i]))];

    /// <summary>The greatest there was; zero when none fired late.</summary>
    public TimeSpan Greatest => TimeSpan.FromTicks(Interlocked.Read(ref _greatestTicks));

    internal void Add(TimeSpan late)
    {
        var place = 0;
        while (place < Bounds.Count && late > Bounds[place]) place++;
        Interlocked.Increment(ref _counts[place]);
        for (var known = Interlocked.Read(ref _greatestTicks); late.Ticks > known;)
        {
            var found = Interlocked.CompareExchange(ref _greatestTicks, late.Ticks, known);
            if (found == known) return;
            known = found;
        }
    }
}
