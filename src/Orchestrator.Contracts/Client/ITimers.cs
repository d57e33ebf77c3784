namespace Orchestrator.Contracts.Client;

/// <summary>The timers of the engine, for who runs it.</summary>
public interface ITimers
{
    /// <summary>What is armed, the next due first, and how late timers fired. For supervisors and administrators.</summary>
    Task<Outcome<TimerBoard>> BoardAsync(ActingUser user, int offset, int limit, CancellationToken cancellation);
}

/// <summary>The timers as they stand.</summary>
/// <param name="Timers">One page, the next due first.</param>
/// <param name="Armed">How many are armed, counted up to <see cref="CountMax"/>.</param>
/// <param name="Overdue">How many of them should have fired already, counted likewise.</param>
/// <param name="NextDueAt">When the next one is due; null when none is armed.</param>
/// <param name="Lateness">How late timers fired, by class from the least to the greatest, since the program of this node started.</param>
/// <param name="Greatest">The greatest lateness since then.</param>
public sealed record TimerBoard(IReadOnlyList<TimerView> Timers, int Armed, int Overdue, DateTimeOffset? NextDueAt, IReadOnlyList<LatenessClass> Lateness, TimeSpan Greatest)
{
    public const int CountMax = 10_000;
}

/// <summary>How many timers fired at most so late.</summary>
/// <param name="UpTo">The greatest lateness of the class; null for the last one, which is open.</param>
public sealed record LatenessClass(TimeSpan? UpTo, long Count);

/// <summary>An armed timer.</summary>
/// <param name="TimerKey">Its key.</param>
/// <param name="Name">The element's name, else its id.</param>
/// <param name="Case">The case it belongs to.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="IsTerm">It stands for a term.</param>
public sealed record TimerView(long TimerKey, string Name, CaseReference Case, DateTimeOffset DueAt, bool IsTerm)
{
    /// <summary>True when it should have fired already.</summary>
    public bool Overdue { get; init; }
}
