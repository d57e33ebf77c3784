namespace Orchestrator.Engine.Ports;

/// <summary>Who of the office is absent on which days, and who stands in. Why somebody is absent is asked nowhere. It is in no history: what a substitute does is.</summary>
public interface ISubstitutionStore
{
    /// <summary>Those whose last day is this one or later, the revoked ones too, by first day.</summary>
    Task<IReadOnlyList<Substitution>> FromAsync(DateOnly day, CancellationToken cancellation);

    Task<Substitution?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>Keeps an absence; the same id twice is kept once. Those that ended more than <see cref="Substitution.DaysKept"/> days ago are forgotten.</summary>
    /// <returns>Null when it is kept, otherwise one of the same person that has a day with it in common; then nothing is written.</returns>
    Task<Substitution?> SaveAsync(Substitution absence, CancellationToken cancellation);

    /// <summary>Writes a new last day, or that it is revoked, with who did it.</summary>
    /// <returns>False when it is revoked, or its last day is not <paramref name="shownLastDay"/> any more: somebody was faster.</returns>
    Task<bool> ChangeAsync(Substitution changed, DateOnly shownLastDay, CancellationToken cancellation);
}

/// <summary>Days on which somebody is absent. Days are those of the office, both included.</summary>
/// <param name="Id">Made by whoever records it.</param>
/// <param name="Person">The account that is absent.</param>
/// <param name="FirstDay">The first day.</param>
/// <param name="LastDay">The last day.</param>
/// <param name="Substitute">The account that stands in; null for nobody.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="RecordedAt">When.</param>
public sealed record Substitution(Guid Id, string Person, DateOnly FirstDay, DateOnly LastDay, string? Substitute, string RecordedBy, DateTimeOffset RecordedAt)
{
    /// <summary>Longer than this none is.</summary>
    public const int DaysMax = 366;

    /// <summary>So long after its last day it is forgotten, when the next one is recorded.</summary>
    public const int DaysKept = 366;

    /// <summary>It counts no more.</summary>
    public bool Revoked { get; init; }

    /// <summary>Who revoked it or ended it earlier; null while it stands as it was recorded.</summary>
    public string? ChangedBy { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>It counts on this day.</summary>
    public bool Holds(DateOnly day) => Touches(day, day);

    /// <summary>It counts on one of these days.</summary>
    public bool Touches(DateOnly first, DateOnly last) => !Revoked && FirstDay <= last && first <= LastDay;
}
