namespace Orchestrator.Contracts.Client;

/// <summary>Workers and their cases. Every answer holds personal data and is written into the read log; what was searched for is kept nowhere.</summary>
public interface IWorkers
{
    /// <summary>What the search page offers; <c>NotAllowed</c> for who works with no workers.</summary>
    Task<Outcome<WorkerOffer>> OfferAsync(ActingUser user, CancellationToken cancellation);

    /// <summary>Cases of workers by surname and name; an operator of a centre finds those of their centres.</summary>
    Task<Outcome<WorkerPage>> SearchAsync(ActingUser user, WorkerQuery query, CancellationToken cancellation);

    /// <summary>A worker's case.</summary>
    Task<Outcome<WorkerDetail>> OpenAsync(ActingUser user, string caseKey, CancellationToken cancellation);

    /// <summary>
    /// Where the worker's pathway was decided, for who may open the worker and the delivery of the crisis; <c>NotFound</c> with the code <c>NoPathwayDecision</c> while nothing has been decided.
    /// </summary>
    Task<Outcome<PathwayPlace>> WhyPathwayAsync(ActingUser user, string caseKey, CancellationToken cancellation);
}

/// <summary>A position in the history of a case.</summary>
/// <param name="InstanceKey">Key of the case.</param>
/// <param name="Position">1 or more.</param>
public sealed record PathwayPlace(long InstanceKey, long Position);

/// <summary>What the filters offer.</summary>
/// <param name="Centres">Centres whose workers the user may see.</param>
public sealed record WorkerOffer(IReadOnlyList<CentreChoice> Centres);

/// <summary>What workers are wanted.</summary>
/// <param name="Offset">0 or more.</param>
/// <param name="Limit">1 to 100.</param>
public sealed record WorkerQuery(int Offset, int Limit)
{
    /// <summary>Beginnings of surname and name, a whole tax code, or the id of a case; null for all.</summary>
    public string? Search { get; init; }

    /// <summary>Key of a crisis.</summary>
    public string? Crisis { get; init; }

    /// <summary>Code of a centre.</summary>
    public string? Centre { get; init; }

    /// <summary><c>p1</c>, <c>p2</c>, <c>p3</c>.</summary>
    public string? Pathway { get; init; }

    /// <summary>A state as processes name it.</summary>
    public string? State { get; init; }

    /// <summary>The words alone would be a person's: nothing is told.</summary>
    public override string ToString() => "Search for workers";
}

/// <summary>A page of workers.</summary>
public sealed record WorkerPage(IReadOnlyList<WorkerSummary> Workers, int Total);

/// <summary>A worker's case in a list; personal data.</summary>
/// <param name="CaseKey">Opaque: <c>PW-</c> and a UUID.</param>
/// <param name="Centre">Name of the competent centre.</param>
/// <param name="CrisisKey">Its crisis.</param>
public sealed record WorkerSummary(string CaseKey, string FullName, string Centre, string CrisisKey, string CompanyName)
{
    /// <summary><c>p1</c>, <c>p2</c>, <c>p3</c>; null until a process has told.</summary>
    public string? Pathway { get; init; }

    /// <summary>The newest state; null until a process has told.</summary>
    public string? State { get; init; }

    public DateTimeOffset? StateAt { get; init; }

    /// <summary>The opaque id alone, so that a log never holds the person.</summary>
    public override string ToString() => "Worker " + CaseKey;
}

/// <summary>A worker's case with what its page shows; personal data.</summary>
/// <param name="Summary">The case.</param>
/// <param name="TaxCode">As on the person's card.</param>
/// <param name="JobTitle">The job as the company's list calls it.</param>
public sealed record WorkerDetail(WorkerSummary Summary, string TaxCode, string JobTitle)
{
    public string? AgreementKey { get; init; }

    /// <summary>True when this user may open the agreement: its case is the delivery of the crisis.</summary>
    public bool MayOpenAgreement { get; init; }

    /// <summary>In the plan of the agreement; null while nobody has asked.</summary>
    public bool? InPlan { get; init; }

    public string? Email { get; init; }

    public string? Mobile { get; init; }

    /// <summary>Municipality of the domicile, by name.</summary>
    public string? Municipality { get; init; }

    public string? Area { get; init; }

    public string? Profile { get; init; }

    /// <summary>What happened, the last first.</summary>
    public IReadOnlyList<WorkerFact> Facts { get; init; } = [];

    /// <summary>Processes of the case that the user may see.</summary>
    public IReadOnlyList<CaseSummary> Processes { get; init; } = [];

    /// <summary>The opaque id alone, so that a log never holds the person.</summary>
    public override string ToString() => "Worker " + Summary.CaseKey;
}

/// <summary>Kinds of facts about a case.</summary>
public enum WorkerFactKind
{
    /// <summary>A process told a state; the text is the state.</summary>
    State,

    /// <summary>A booking; the text is its number.</summary>
    Booked,

    /// <summary>The booking was approved.</summary>
    Approved,

    /// <summary>The booking was refused; the text is the reason.</summary>
    Rejected,

    /// <summary>A centre was chosen; the text is its name.</summary>
    ChoseCentre,

    /// <summary>A private operator was chosen; the text is its name.</summary>
    ChosePrivate,

    /// <summary>A place in a session or an appointment; the text is its kind.</summary>
    Session,

    /// <summary>An operator recorded a status; the text is the status.</summary>
    Status,

    /// <summary>A pathway ended; the text is the outcome.</summary>
    Outcome,
}

/// <summary>Something that happened to a case.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What kind of fact.</param>
/// <param name="Text">What it says, as <see cref="WorkerFactKind"/> explains; empty when the kind says all.</param>
public sealed record WorkerFact(DateTimeOffset At, WorkerFactKind Kind, string Text)
{
    /// <summary>Key of the session; null for other facts and for appointments.</summary>
    public string? SessionKey { get; init; }

    /// <summary>Attendance as the form calls it; null while nothing is recorded, and for other facts.</summary>
    public string? Attendance { get; init; }

    /// <summary>True when only the day is known.</summary>
    public bool IsDay { get; init; }
}
