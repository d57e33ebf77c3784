namespace Orchestrator.Contracts.Client;

/// <summary>The form <c>register-agreement</c>.</summary>
/// <param name="CrisisKey">An open crisis; null opens a new one for the company.</param>
/// <param name="CompanyName">«Ragione sociale».</param>
/// <param name="CompanyTaxCode">«Codice fiscale azienda», 11 digits (a sole trader's personal code is not accepted here).</param>
/// <param name="CompanyMunicipality">ISTAT code of the company seat's municipality, 6 digits.</param>
/// <param name="SigningDate">«Data di sottoscrizione», not after today; day 0 of the terms. Long past dates are accepted: an agreement registered late is an ordinary case.</param>
/// <param name="SigningPlace">Code: <c>ministero</c>, <c>regione</c>, <c>altro</c>.</param>
/// <param name="CigsGround">Code: <c>riorganizzazione</c>, <c>crisi</c>, <c>solidarieta</c> (refused: excluded from the AdR).</param>
/// <param name="CigsFrom">First day of the wage supplement.</param>
/// <param name="CigsTo">Its last day, after the first.</param>
/// <param name="Scopes">Areas and profiles at risk, at least one.</param>
public sealed record AgreementDraft(
    string? CrisisKey,
    string CompanyName,
    string CompanyTaxCode,
    string? CompanyMunicipality,
    DateOnly SigningDate,
    string SigningPlace,
    string CigsGround,
    DateOnly CigsFrom,
    DateOnly CigsTo,
    IReadOnlyList<AgreementScope> Scopes)
{
    /// <summary>«Note», at most 2000 characters.</summary>
    public string? Notes { get; init; }
}

/// <summary>An area and profile of the agreement.</summary>
/// <param name="Area">«Ambito».</param>
/// <param name="Profile">«Profilo».</param>
/// <param name="Quota">«Contingente», 1 or more.</param>
public sealed record AgreementScope(string Area, string Profile, int Quota);
