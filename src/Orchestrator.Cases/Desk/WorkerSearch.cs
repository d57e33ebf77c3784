using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Desk;

/// <summary>Which cases of workers are wanted.</summary>
/// <param name="Text">Beginnings of surname and name, a whole codice fiscale, or the id of a case; null for all. Kept nowhere.</param>
/// <param name="Centres">Only cases of these centres; null for all.</param>
/// <param name="Take">1 to <see cref="CaseLimits.PageRowsMax"/>.</param>
public sealed record WorkerSearch(string? Text, IReadOnlyCollection<string>? Centres, int Skip, int Take)
{
    public string? Crisis { get; init; }

    public string? Centre { get; init; }

    public string? Pathway { get; init; }

    public string? State { get; init; }

    /// <summary>The text is a person's: nothing is told.</summary>
    public override string ToString() => "Search for workers";
}

/// <summary>A worker's case in a list; personal data.</summary>
public sealed record WorkerRow(string CaseId, string Surname, string Name, string Centre, string Crisis, string CompanyName, string? Pathway, string? State, DateTimeOffset? StateAt)
{
    /// <summary>The opaque id alone, so that a log never holds the person.</summary>
    public override string ToString() => "Worker of " + CaseId;
}

/// <summary>A worker's case with what is known of it; personal data.</summary>
/// <param name="Municipality">Of the domicile, by name; the code where the reference data have none.</param>
/// <param name="Facts">The last first.</param>
public sealed record WorkerFile(
    WorkerRow Row, string CodiceFiscale, string? Email, string? Mobile, string Municipality, string JobTitle, string? Area, string? Profile, string? Agreement, bool? InScope,
    IReadOnlyList<CaseFact> Facts)
{
    /// <summary>The opaque id alone, so that a log never holds the person.</summary>
    public override string ToString() => "Worker of " + Row.CaseId;
}

/// <summary>What a fact about a case tells.</summary>
public enum CaseFactKind
{
    /// <summary>The text is the state that a process told.</summary>
    State = 1,

    /// <summary>The text is the number of the booking.</summary>
    Booked = 2,

    Approved = 3,

    /// <summary>The text is the reason.</summary>
    Rejected = 4,

    /// <summary>The text is the name of the centre.</summary>
    ChoseCentre = 5,

    /// <summary>The text is the name of the operator.</summary>
    ChosePrivate = 6,

    /// <summary>The text is the kind of the session.</summary>
    Session = 7,

    /// <summary>The text is one of <see cref="WorkerStatus"/>.</summary>
    Status = 8,

    /// <summary>The text is the outcome of a pathway.</summary>
    Outcome = 9,
}

/// <summary>Something that happened to a case.</summary>
/// <param name="IsDay">Only the day is known.</param>
public sealed record CaseFact(DateTimeOffset At, CaseFactKind Kind, string Text, bool IsDay = false)
{
    /// <summary>The group session; null for an appointment and for other facts.</summary>
    public string? Session { get; init; }

    /// <summary>Recorded attendance, where the fact is a session.</summary>
    public AttendanceStatus? Attendance { get; init; }
}
