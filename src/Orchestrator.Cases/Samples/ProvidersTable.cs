using System.Globalization;

namespace Orchestrator.Cases.Samples;

/// <summary><c>operatori_accreditati.csv</c>: the employment centres as one operator, and private ones; the accreditation of two has ended.</summary>
internal static class ProvidersTable
{
    private const int Count = 25;
    private const int Ended = 2;
    private const string Torino = "001272";
    private const string Services = "orientamento|accompagnamento al lavoro|incontro domanda e offerta";

    public static IReadOnlyList<SampleProvider> Make(SampleScenario scenario, long seed, DateOnly day)
    {
        var chance = SampleChance.Of(scenario.Code, seed, "provider");
        var companies = new SampleCompanies(scenario, seed);
        return [.. Enumerable.Range(1, Count).Select(number => new SampleProvider(
            number,
            companies.ProviderTaxCode(number),
            number == 1 ? "Centri per l'impiego (dati di prova)" : Name(chance, number),
            number == 1 ? SampleGeography.ByIstat[Torino] : chance.Pick(number, "site", SampleGeography.Inhabited),
            day.AddDays(-400 - chance.Below(number, "since", 2_000)),
            number > Count - Ended ? day.AddDays(-30 - chance.Below(number, "until", 300)) : null))];
    }

    public static SampleFile File(IReadOnlyList<SampleProvider> providers)
    {
        var csv = new SampleCsv("cf", "denominazione", "n_iscrizione", "sede_istat", "servizi", "dal", "al");
        foreach (var provider in providers)
        {
            csv.Add(
                provider.TaxCode, provider.Name, string.Create(CultureInfo.InvariantCulture, $"PROVA-{provider.Number:D4}"), provider.Site.Istat, Services,
                SampleCsv.Day(provider.From), provider.Until is { } last ? SampleCsv.Day(last) : "");
        }
        return csv.File("operatori_accreditati.csv");
    }

    private static string Name(SampleChance chance, int number) =>
        $"{chance.Pick(number, "kind", ["Agenzia per il lavoro", "Consorzio", "Cooperativa"])} {SampleNames.Company(chance, number)}";
}
