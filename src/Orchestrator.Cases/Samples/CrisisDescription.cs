using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Cases.Samples;

/// <summary><c>crisi.json</c>.</summary>
internal static class CrisisDescription
{
    private const int ReportedDaysBefore = 60;
    private const int CigsDaysBefore = 20;
    private const int CrisisMonths = 12;
    private const int ReorganisationMonths = 24;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is read by people, never put into a page
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public static SampleCrisis Make(SampleScenario scenario, long seed, DateOnly day, IReadOnlyList<SampleWorker> workers)
    {
        var companies = new SampleCompanies(scenario, seed);
        var profiles = workers.GroupBy(worker => worker.Trade)
            .OrderBy(group => group.Key.Area, StringComparer.Ordinal).ThenBy(group => group.Key.Title, StringComparer.Ordinal)
            .Select(group => new SampleProfile(group.Key.Area, group.Key.Title, group.Key.Cp2021, group.Count())).ToList();
        var sites = Sites(scenario, seed);
        var company = new SampleCompany(
            companies.OwnName, companies.OwnTaxCode, companies.OwnTaxCode, scenario.Sector.Ateco, SampleSectors.AtecoEdition, scenario.Sector.Agreement, sites);
        var from = day.AddDays(-CigsDaysBefore);
        var (ground, months) = scenario.Ground == CigsGround.Reorganisation ? ("riorganizzazione", ReorganisationMonths) : ("crisi", CrisisMonths);
        var cigs = new SampleCigs(ground, from, from.AddMonths(months).AddDays(-1));
        var agreement = scenario.HasAgreement
            ? new AgreementDraft(
                null, company.Name, company.TaxCode, sites[0].Municipality, day, "ministero", cigs.Ground, cigs.From, cigs.To,
                [.. profiles.Select(profile => new AgreementScope(profile.Area, profile.Profile, profile.Workers))])
            : null;
        return new(
            true, scenario.Code, seed, company, scenario.HasAgreement ? day.AddDays(-ReportedDaysBefore) : day, scenario.Reason, scenario.CompanyWorkers, workers.Count, cigs,
            profiles, agreement, Workday(day.AddDays(scenario.PresentationAfterDays)));
    }

    // No hall is open on a Saturday or a Sunday: the Monday after it.
    private static DateOnly Workday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    public static SampleFile File(SampleCrisis crisis) => new("crisi.json", JsonSerializer.Serialize(crisis, s_json) + "\n", 1);

    // Rounding is made up for at the seat.
    private static List<SampleSite> Sites(SampleScenario scenario, long seed)
    {
        var chance = SampleChance.Of(scenario.Code, seed, "site");
        var workers = scenario.Sites.Select(site => scenario.CompanyWorkers * site.Share / 100).ToList();
        workers[0] += scenario.CompanyWorkers - workers.Sum();
        return [.. scenario.Sites.Select((site, at) =>
            new SampleSite(site.Istat, SampleGeography.ByIstat[site.Istat].Name, SampleNames.Street(chance, at), workers[at]))];
    }
}
