namespace Orchestrator.Cases.Desk;

/// <summary>Registers a relocation agreement (art. 24-bis d.lgs. 148/2015).</summary>
/// <param name="Request">Made by the form: the same request sent twice is registered once.</param>
/// <param name="Crisis">Business key of the crisis; null opens a new crisis for the company.</param>
/// <param name="CompanyTaxCode">Eleven digits.</param>
/// <param name="VatNumber">Partita IVA; null when the company has none or it was not asked for.</param>
/// <param name="CompanyName">Ragione sociale.</param>
/// <param name="CompanyMunicipality">ISTAT code of the seat, six digits; null when unknown.</param>
/// <param name="SigningDate">Day 0 of the terms; not after today. Long past dates are ordinary.</param>
/// <param name="SigningPlace">Where it was signed.</param>
/// <param name="Ground">Solidarity is refused.</param>
/// <param name="CigsFrom">First day of the wage supplement.</param>
/// <param name="CigsTo">Last day, after the first.</param>
/// <param name="Scopes">At least one.</param>
/// <param name="Notes">At most 2000 characters; without names of persons.</param>
public sealed record AgreementRegistration(
    Guid Request, string? Crisis, string CompanyTaxCode, string? VatNumber, string CompanyName, string? CompanyMunicipality, DateOnly SigningDate,
    SigningPlace SigningPlace, CigsGround Ground, DateOnly CigsFrom, DateOnly CigsTo, IReadOnlyList<PlanScopeEntry> Scopes, string? Notes);
