namespace Orchestrator.Cases.Desk;

/// <summary>A crisis with everything below it, without persons.</summary>
public sealed record CrisisFile(
    CrisisRow Row, string CompanyTaxCode, string? Ateco, CrisisReason? Reason, int? TotalWorkers, int? Redundancies, RegionalInterest? RegionalInterest, DateOnly? CigsFrom,
    DateOnly? CigsTo, string? Centre, IReadOnlyList<SiteRow> Sites, IReadOnlyList<CrisisAgreementRow> Agreements, IReadOnlyList<DocumentRow> Documents, CrisisFunnel Funnel);

/// <summary>A site of the company.</summary>
/// <param name="Municipality">By name; the code where the reference data have none.</param>
public sealed record SiteRow(string Address, string Municipality, string? Province, int Workers);

/// <summary>An agreement of a crisis.</summary>
public sealed record CrisisAgreementRow(string Agreement, DateOnly SigningDate, int Quota, int Cases);

/// <summary>A registered document, without its content.</summary>
public sealed record DocumentRow(string RegistryNumber, string Kind, string Subject, DateTimeOffset RegisteredAt);

/// <summary>How far the cases of a crisis have come. A decision says that there was a booking, even when nobody had told of it.</summary>
public sealed record CrisisFunnel(int Cases, int InPlan, int Booked, int Approved, int Rejected, int ChoseCentre, int ChosePrivate, int Closed);
