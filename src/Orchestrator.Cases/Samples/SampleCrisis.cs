using Orchestrator.Contracts.Client;

namespace Orchestrator.Cases.Samples;

/// <summary>What <c>crisi.json</c> tells.</summary>
/// <param name="Synthetic">Always true: nobody and nothing in a sample exists.</param>
/// <param name="Scenario">Code of the scenario.</param>
/// <param name="Seed">The seed.</param>
/// <param name="OpenedOn">The day on which the crisis was reported.</param>
/// <param name="Reason">Italian.</param>
/// <param name="CompanyWorkers">All who work for the company.</param>
/// <param name="Redundancies">Who is at risk: the persons of <c>lavoratori.csv</c>.</param>
/// <param name="Profiles">How the persons of the list are spread over areas and profiles.</param>
/// <param name="Agreement">As the form «register-agreement» takes it; null when none was signed.</param>
/// <param name="PresentationOn">The day of the presentation meeting, plenary where there is no agreement.</param>
public sealed record SampleCrisis(
    bool Synthetic, string Scenario, long Seed, SampleCompany Company, DateOnly OpenedOn, string Reason, int CompanyWorkers, int Redundancies, SampleCigs Cigs,
    IReadOnlyList<SampleProfile> Profiles, AgreementDraft? Agreement, DateOnly PresentationOn);

/// <summary>The company in crisis.</summary>
/// <param name="TaxCode">Eleven digits that begin with 9999; also its partita IVA.</param>
/// <param name="AtecoCode">Its class.</param>
/// <param name="AtecoEdition">The edition of the code.</param>
/// <param name="Ccnl">Name of the collective agreement.</param>
/// <param name="Sites">The first is the seat.</param>
public sealed record SampleCompany(string Name, string TaxCode, string VatNumber, string AtecoCode, string AtecoEdition, string Ccnl, IReadOnlyList<SampleSite> Sites);

/// <summary>A site of the company.</summary>
/// <param name="Municipality">ISTAT code.</param>
/// <param name="Workers">How many of the company's workers work there.</param>
public sealed record SampleSite(string Municipality, string MunicipalityName, string Address, int Workers);

/// <summary>The wage supplement.</summary>
/// <param name="Ground"><c>crisi</c> or <c>riorganizzazione</c>.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record SampleCigs(string Ground, DateOnly From, DateOnly To);

/// <summary>An area and profile with its occupation.</summary>
/// <param name="Workers">Persons of the list.</param>
public sealed record SampleProfile(string Area, string Profile, string Cp2021, int Workers);
