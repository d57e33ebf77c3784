using System.Globalization;

namespace Orchestrator.Cases.Samples;

/// <summary>
/// <c>co.csv</c>: notices of employment of the twenty-four months before day 0, seven of ten in the scenario's sector. Each employment begins with its hiring; what follows it
/// belongs to it. The persons are others than those of the list.
/// </summary>
internal sealed class NoticesTable
{
    /// <summary>Rows of an ordinary set.</summary>
    public const int Rows = 2_000;

    /// <summary>Rows of a full set.</summary>
    public const int FullRows = 60_000;

    private const int Months = 24;
    private const int OwnSectorPerThousand = 700;
    private const int ProrogationPerThousand = 300;
    private const int TransformedPerThousand = 100;
    private const int LeftPerThousand = 120;
    private const string Permanent = "tempo indeterminato";

    private static readonly WeightedList<string> s_contracts = new([("tempo determinato", 60), ("somministrazione", 18), (Permanent, 15), ("apprendistato", 7)]);
    private static readonly WeightedList<int> s_days = new([(30, 30), (60, 20), (90, 18), (180, 20), (365, 12)]);
    private static readonly WeightedList<string> s_hours = new([("40", 65), ("30", 12), ("24", 13), ("20", 10)]);
    private static readonly string[] s_otherSectors = ["25.62", "47.11", "49.41", "56.10", "82.20", "13.20", "29.32", "81.21"];

    private readonly SampleScenario _scenario;
    private readonly SampleChance _chance;
    private readonly SampleCompanies _companies;
    private readonly SamplePeople _people;
    private readonly DateOnly _first;
    private readonly DateOnly _day;

    private NoticesTable(SampleScenario scenario, long seed, DateOnly day)
    {
        (_scenario, _day, _first) = (scenario, day, day.AddMonths(-Months));
        _chance = SampleChance.Of(scenario.Code, seed, "notice");
        _companies = new SampleCompanies(scenario, seed);
        _people = new SamplePeople(SampleChance.Of(scenario.Code, seed, "employed"), day, scenario.Sector.MenPerThousand);
    }

    /// <summary>A table of <paramref name="rows"/> notices.</summary>
    public static SampleFile Make(SampleScenario scenario, long seed, DateOnly day, int rows)
    {
        var table = new NoticesTable(scenario, seed, day);
        // The last employment may be cut: what was not noticed yet is simply missing.
        var notices = Enumerable.Range(1, rows).SelectMany(table.Chain).Take(rows).OrderBy(notice => notice.On).ThenBy(notice => notice.Relation.Number).ToList();
        var csv = new SampleCsv("protocollo", "tipo", "cf_lavoratore", "cf_datore", "data_inizio", "data_fine", "contratto", "cp", "ateco", "comune_istat", "ore");
        foreach (var notice in notices)
        {
            csv.Add(
                string.Create(CultureInfo.InvariantCulture, $"CO{notice.On.Year}{csv.Rows + 1:D8}"), notice.Kind, notice.Relation.Worker, notice.Relation.Employer,
                SampleCsv.Day(notice.From), notice.To is { } last ? SampleCsv.Day(last) : "", notice.Contract, notice.Relation.Trade.Cp2021, notice.Relation.Ateco,
                notice.Relation.Municipality, notice.Relation.Hours);
        }
        return csv.File("co.csv");
    }

    private IEnumerable<SampleNotice> Chain(int number)
    {
        var relation = Relation(number);
        var contract = _chance.Pick(number, "contract", s_contracts);
        var from = _first.AddDays(_chance.Below(number, "from", _day.DayNumber - _first.DayNumber));
        return contract is Permanent or "apprendistato" ? Lasting(relation, contract, from) : Passing(relation, contract, from);
    }

    private IEnumerable<SampleNotice> Lasting(SampleRelation relation, string contract, DateOnly from)
    {
        yield return new(relation, "assunzione", from, from, null, contract);
        var end = from.AddDays(60 + _chance.Below(relation.Number, "left after", 400));
        if (_chance.Holds(relation.Number, "left", LeftPerThousand) && end < _day)
            yield return new(relation, "cessazione", end, from, end, contract);
    }

    private IEnumerable<SampleNotice> Passing(SampleRelation relation, string contract, DateOnly from)
    {
        var end = from.AddDays(_chance.Pick(relation.Number, "days", s_days) - 1);
        yield return new(relation, "assunzione", from, from, end, contract);
        if (_chance.Holds(relation.Number, "transformed", TransformedPerThousand) && end < _day)
        {
            yield return new(relation, "trasformazione", end, from, null, Permanent);
            yield break;
        }
        if (_chance.Holds(relation.Number, "prorogated", ProrogationPerThousand) && end < _day)
        {
            var prorogated = end.AddDays(_chance.Pick(relation.Number, "more days", s_days));
            yield return new(relation, "proroga", end, from, prorogated, contract);
            end = prorogated;
        }
        if (end < _day)
            yield return new(relation, "cessazione", end, from, end, contract);
    }

    private SampleRelation Relation(int number)
    {
        var own = _chance.Holds(number, "own sector", OwnSectorPerThousand);
        var employer = 1 + _chance.Below(number, "employer", SampleCompanies.EmployersMax);
        return new(
            number,
            _people.Make(number, SampleGeography.Inhabited).CodiceFiscale,
            _companies.EmployerTaxCode(employer),
            own ? _chance.Pick(number, "trade", _scenario.Sector.Mix) : _chance.Pick(number, "trade", SampleTrades.Wanted),
            own ? _scenario.Sector.Ateco : _chance.Pick(number, "other sector", s_otherSectors),
            _chance.Pick(number, "place", SampleGeography.Inhabited).Istat,
            _chance.Pick(number, "hours", s_hours));
    }
}
