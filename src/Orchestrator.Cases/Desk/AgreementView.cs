namespace Orchestrator.Cases.Desk;

/// <summary>A registered agreement.</summary>
/// <param name="Agreement">Business key, <c>AG-CR-2026-0007-1</c>: numbers of one crisis have no gap.</param>
/// <param name="Crisis">Business key, <c>CR-2026-0007</c>.</param>
/// <param name="TotalQuota">Sum of the quotas.</param>
/// <param name="Cases">Worker cases that exist.</param>
public sealed record AgreementView(
    string Agreement, string Crisis, string CompanyTaxCode, string? VatNumber, string CompanyName, string? CompanyMunicipality, DateOnly SigningDate,
    SigningPlace SigningPlace, CigsGround Ground, DateOnly CigsFrom, DateOnly CigsTo, IReadOnlyList<PlanScopeEntry> Scopes, int TotalQuota, int Cases,
    string? Notes, DateTimeOffset RegisteredAt);
