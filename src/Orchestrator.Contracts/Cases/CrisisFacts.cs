namespace Orchestrator.Contracts.Cases;

/// <summary>The fields of the form <c>register-crisis</c> that the registry keeps; the registry says what is missing or wrong.</summary>
/// <param name="Title">Denominazione.</param>
/// <param name="CompanyTaxCode">Eleven digits, or the sixteen characters of a sole owner.</param>
/// <param name="VatNumber">Partita IVA.</param>
/// <param name="Ateco">Such as <c>29.32.09</c>.</param>
/// <param name="Sites">At least one.</param>
/// <param name="TotalWorkers">Not below the sum of the sites'.</param>
/// <param name="Redundancies">Not above the total.</param>
/// <param name="Reason"><c>crisi</c>, <c>riorganizzazione</c>, <c>cessazione</c>, <c>delocalizzazione</c>, <c>procedura concorsuale</c>, <c>altro</c>.</param>
/// <param name="CigsRequested">When true, <paramref name="CigsGround"/> is required.</param>
/// <param name="CigsGround"><c>riorganizzazione</c>, <c>crisi aziendale</c>, <c>contratto di solidarietà</c>.</param>
/// <param name="CigsFrom">First day of the wage supplement.</param>
/// <param name="CigsTo">Last day, after the first.</param>
/// <param name="RegionalInterest"><c>sì</c>, <c>no</c>, <c>da valutare</c>.</param>
public sealed record CrisisFacts(
    string? Title, string? CompanyTaxCode, string? VatNumber, string? CompanyName, string? Ateco, IReadOnlyList<SiteFacts> Sites, int? TotalWorkers, int? Redundancies,
    string? Reason, bool CigsRequested, string? CigsGround, DateOnly? CigsFrom, DateOnly? CigsTo, string? RegionalInterest);

/// <summary>A site of a company.</summary>
/// <param name="Municipality">ISTAT code, six digits.</param>
public sealed record SiteFacts(string? Address, string? Municipality, int? Workers);
