using System.Globalization;

namespace Orchestrator.Cases.Samples;

/// <summary><c>offerte.csv</c>: open vacancies of the region; occupations by Zipf's law, places by inhabitants.</summary>
internal static class VacanciesTable
{
    private const int Count = 2_000;

    private static readonly WeightedList<string> s_sources = new([("CPI", 40), ("privato", 35), ("grandi reclutamenti", 12), ("alte professionalità", 8), ("EURES", 5)]);
    private static readonly WeightedList<string> s_contracts = new([("tempo determinato", 52), ("somministrazione", 22), ("tempo indeterminato", 18), ("apprendistato", 8)]);
    private static readonly WeightedList<int> s_seats = new([(1, 70), (2, 15), (3, 7), (5, 5), (10, 2), (20, 1)]);
    private static readonly WeightedList<string> s_hours = new([("40", 70), ("30", 10), ("24", 12), ("20", 8)]);

    public static SampleFile Make(SampleScenario scenario, long seed, DateOnly day)
    {
        var chance = SampleChance.Of(scenario.Code, seed, "vacancy");
        var companies = new SampleCompanies(scenario, seed);
        var csv = new SampleCsv("codice", "fonte", "datore_cf", "titolo", "cp2021", "comune_istat", "posti", "contratto", "ore", "competenze", "scadenza");
        for (var number = 1; number <= Count; number++)
        {
            var trade = chance.Pick(number, "trade", SampleTrades.Wanted);
            csv.Add(
                string.Create(CultureInfo.InvariantCulture, $"OFF-{number:D6}"),
                chance.Pick(number, "source", s_sources),
                companies.EmployerTaxCode(1 + chance.Below(number, "employer", SampleCompanies.EmployersMax)),
                trade.Title,
                trade.Cp2021,
                chance.Pick(number, "place", SampleGeography.Inhabited).Istat,
                SampleCsv.Number(chance.Pick(number, "seats", s_seats)),
                chance.Pick(number, "contract", s_contracts),
                chance.Pick(number, "hours", s_hours),
                string.Join('|', trade.Skills),
                SampleCsv.Day(day.AddDays(10 + chance.Below(number, "expires", 80))));
        }
        return csv.File("offerte.csv");
    }
}
