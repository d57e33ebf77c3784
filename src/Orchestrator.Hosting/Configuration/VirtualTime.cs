namespace Orchestrator.Hosting.Configuration;

/// <summary>
/// A clock that stands still until it is set, for tests and training. It starts at the real instant. Delays and timers of the program itself keep real time: a pump
/// that rests looks at the clock again soon after.
/// </summary>
public sealed class VirtualTime(TimeProvider real) : TimeProvider
{
    private long _utcTicks = WholeTicks(real.GetUtcNow());

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <summary>Sets the clock, to whole milliseconds. It may go back: what was due stays due.</summary>
    public void Set(DateTimeOffset instant) => Interlocked.Exchange(ref _utcTicks, WholeTicks(instant));

    /// <summary>Sets the clock to the real instant.</summary>
    public void Reset() => Set(real.GetUtcNow());

    // Rows hold microseconds, rounded up: on a clock that stands between two of them nothing of now would ever be due.
    private static long WholeTicks(DateTimeOffset instant) => instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMillisecond);
}
