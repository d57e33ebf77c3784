using Orchestrator.Contracts.Cases;

namespace Orchestrator.Contracts.Client;

/// <summary>Company crises with everything below them, in figures and keys: no persons.</summary>
public interface ICrises
{
    /// <summary>Crises the user may see, the last opened first.</summary>
    Task<Outcome<CrisisPage>> SearchAsync(ActingUser user, CrisisQuery query, CancellationToken cancellation);

    /// <summary>A crisis: company, agreements, processes, documents, files, sessions, figures.</summary>
    Task<Outcome<CrisisDetail>> OpenAsync(ActingUser user, string crisisKey, CancellationToken cancellation);
}

/// <summary>What crises are wanted.</summary>
/// <param name="State">Only this state; null for all.</param>
/// <param name="Search">Words, all of which stand in number, company, title or municipality; null for all.</param>
/// <param name="Offset">0 or more.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record CrisisQuery(CrisisState? State, string? Search, int Offset, int Limit);

/// <summary>A page of crises.</summary>
public sealed record CrisisPage(IReadOnlyList<CrisisSummary> Crises, int Total);

/// <summary>A crisis in a list.</summary>
/// <param name="CrisisKey">Such as <c>CR-2026-0007</c>.</param>
/// <param name="CompanyName">The company.</param>
/// <param name="State">How far it is.</param>
/// <param name="OpenedAt">When it was registered.</param>
/// <param name="Places">Municipalities of company and sites, by name.</param>
/// <param name="Workers">Worker cases.</param>
/// <param name="Agreements">Agreements.</param>
public sealed record CrisisSummary(string CrisisKey, string CompanyName, CrisisState State, DateTimeOffset OpenedAt, IReadOnlyList<string> Places, int Workers, int Agreements)
{
    /// <summary>What the dossier calls it; null until it is registered.</summary>
    public string? Title { get; init; }
}

/// <summary>A crisis with what its page shows.</summary>
/// <param name="Summary">The crisis.</param>
/// <param name="Facts">What its dossier says.</param>
/// <param name="Figures">How far its workers have come.</param>
public sealed record CrisisDetail(CrisisSummary Summary, CrisisDossier Facts, CrisisFigures Figures)
{
    public IReadOnlyList<CrisisAgreement> Agreements { get; init; } = [];

    /// <summary>Processes of the crisis that the user may see, running ones first.</summary>
    public IReadOnlyList<CaseSummary> Processes { get; init; } = [];

    /// <summary>Registered documents, the last first.</summary>
    public IReadOnlyList<CrisisDocument> Documents { get; init; } = [];

    /// <summary>Uploaded files, the last first; empty for who may not read them.</summary>
    public IReadOnlyList<ImportSummary> Imports { get; init; } = [];

    /// <summary>Group sessions, the last first.</summary>
    public IReadOnlyList<SessionSummary> Sessions { get; init; } = [];

    /// <summary>Who waits for a group session.</summary>
    public IReadOnlyList<CrisisWaiting> Waiting { get; init; } = [];

    /// <summary>True when this user may open its agreements: their case is the delivery of the crisis.</summary>
    public bool MayOpenAgreements { get; init; }

    /// <summary>True when this user may search the crisis' workers.</summary>
    public bool MaySearchWorkers { get; init; }

    /// <summary>True when this user may upload files.</summary>
    public bool MayUpload { get; init; }
}

/// <summary>The dossier of a crisis; what nobody has said is null. Words are stable codes, for which the pages have words.</summary>
/// <param name="CompanyTaxCode">Tax code of the company.</param>
/// <param name="Sites">Its sites.</param>
public sealed record CrisisDossier(string CompanyTaxCode, IReadOnlyList<CrisisSite> Sites)
{
    public string? Ateco { get; init; }

    /// <summary><c>Crisis</c>, <c>Reorganisation</c>, <c>Closure</c>, <c>Relocation</c>, <c>Insolvency</c>, <c>Other</c>.</summary>
    public string? Reason { get; init; }

    public int? TotalWorkers { get; init; }

    public int? Redundancies { get; init; }

    /// <summary><c>Yes</c>, <c>No</c>, <c>ToBeAssessed</c>.</summary>
    public string? RegionalInterest { get; init; }

    public DateOnly? CigsFrom { get; init; }

    public DateOnly? CigsTo { get; init; }

    /// <summary>Name of the competent employment centre.</summary>
    public string? Centre { get; init; }
}

/// <summary>A site of a company.</summary>
public sealed record CrisisSite(string Address, string Municipality, string? Province, int Workers);

/// <summary>An agreement of a crisis.</summary>
/// <param name="AgreementKey">Such as <c>AG-CR-2026-0007-1</c>.</param>
/// <param name="SigningDate">Day 0 of the terms.</param>
/// <param name="Quota">How many workers its plan has room for.</param>
/// <param name="Workers">Worker cases that it covers.</param>
public sealed record CrisisAgreement(string AgreementKey, DateOnly SigningDate, int Quota, int Workers);

/// <summary>A registered document.</summary>
/// <param name="RegistryNumber">Such as <c>REG-2026-0000001</c>.</param>
/// <param name="Kind">As the register calls it: <c>fascicolo</c>, <c>accordo</c>, <c>verbale</c>, …</param>
public sealed record CrisisDocument(string RegistryNumber, string Kind, string Subject, DateTimeOffset RegisteredAt);

/// <summary>Who waits for a kind of session at a centre.</summary>
public sealed record CrisisWaiting(string Kind, string Centre, int Cases, DateTimeOffset Since);

/// <summary>How far the workers of a crisis have come. Each figure counts cases.</summary>
/// <param name="Cases">All.</param>
/// <param name="InPlan">In the plan of an agreement.</param>
/// <param name="Booked">With a booking, or a decision about one.</param>
/// <param name="Approved">Whose newest decision is an approval.</param>
/// <param name="Rejected">Whose newest decision is a refusal.</param>
/// <param name="ChoseCentre">Who chose the employment centre.</param>
/// <param name="ChosePrivate">Who chose a private operator.</param>
/// <param name="Closed">Closed.</param>
public sealed record CrisisFigures(int Cases, int InPlan, int Booked, int Approved, int Rejected, int ChoseCentre, int ChosePrivate, int Closed);
