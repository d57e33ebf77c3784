using System.Globalization;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Samples;

/// <summary><c>lavoratori.csv</c>: worker n stands in line n + 1; rows that repeat a person follow at the end.</summary>
internal sealed class WorkersTable
{
    private const int PartTimeMenPerThousand = 60;
    private const int PartTimeWomenPerThousand = 300;
    private const int PermanentPerThousand = 940;
    private const int DaysOfYear = 365;

    /// <summary>Nobody is hired before this age.</summary>
    private const int HiredAgeMin = 18;

    private static readonly string[] s_partTimeHours = ["20", "24", "30", "32,5"];

    // Z2 (lowest) to Z9: the younger half of the workers went to school for longer.
    private static readonly WeightedList<string> s_younger = new([("Z2", 1), ("Z3", 14), ("Z4", 25), ("Z5", 10), ("Z6", 32), ("Z7", 8), ("Z8", 9), ("Z9", 1)]);
    private static readonly WeightedList<string> s_older = new([("Z2", 8), ("Z3", 40), ("Z4", 22), ("Z5", 6), ("Z6", 18), ("Z7", 3), ("Z8", 2), ("Z9", 1)]);
    private const int YoungerAgeMax = 45;

    private readonly SampleScenario _scenario;
    private readonly SampleChance _chance;
    private readonly DateOnly _day;
    private readonly SampleCsv _csv = new(WorkerColumns.All);
    private readonly List<ExpectedIssue> _expected = [];

    private WorkersTable(SampleScenario scenario, long seed, DateOnly day) =>
        (_scenario, _chance, _day) = (scenario, SampleChance.Of(scenario.Code, seed, SampleWorkers.Subject), day);

    /// <summary>The list, and what must be said about it.</summary>
    public static IReadOnlyList<SampleFile> Make(SampleScenario scenario, long seed, DateOnly day, IReadOnlyList<SampleWorker> workers)
    {
        var table = new WorkersTable(scenario, seed, day);
        foreach (var worker in workers)
            table.Add(worker);
        foreach (var worker in workers.Where(worker => worker.Fault == SampleFault.Repeated))
            table.Repeat(worker);
        return [table._csv.File("lavoratori.csv"), Expected(table._expected), UnknownTrades(scenario, seed, workers)];
    }

    private void Add(SampleWorker worker)
    {
        var code = worker.Person.CodiceFiscale;
        var municipality = worker.Domicile.Istat;
        switch (worker.Fault)
        {
            case SampleFault.WrongCheck:
                code = code[..^1] + (char)('A' + ((code[^1] - 'A' + 1 + _chance.Below(worker.Number, "wrong check", 25)) % 26));
                Write(worker, code, municipality);
                Expect(WorkerColumns.CodiceFiscale, RowCode.CfCheck, RowSeverity.Error);
                break;
            case SampleFault.WrongMunicipality:
                var (wrong, said) = WrongMunicipality(worker);
                Write(worker, code, wrong);
                Expect(WorkerColumns.Municipality, said, RowSeverity.Error);
                break;
            case SampleFault.NoEmail:
                Write(worker, code, municipality);
                Expect(WorkerColumns.Email, RowCode.EmailMissing, RowSeverity.Warning);
                break;
            default:
                Write(worker, code, municipality);
                break;
        }
    }

    // As it happens in offices: the same line again, the code in small letters, or the person's omocode.
    private void Repeat(SampleWorker worker)
    {
        var code = worker.Person.CodiceFiscale;
        code = _chance.Below(worker.Number, "repeated how", 3) switch
        {
            0 => code,
            1 => code.ToLowerInvariant(),
            _ => CodiceFiscaleReader.Read(worker.Person.Canonical, _day).Code!.WithOmocodia(2),
        };
        Write(worker, code, worker.Domicile.Istat);
        Expect(WorkerColumns.CodiceFiscale, RowCode.DuplicateInFile, RowSeverity.Error);
    }

    // The last three digits of a municipality are below 400 in every province of the region.
    private (string Istat, string Code) WrongMunicipality(SampleWorker worker) => _chance.Below(worker.Number, "wrong municipality", 2) == 0
        ? (worker.Domicile.Istat[..3] + (900 + _chance.Below(worker.Number, "unknown municipality", 100)).ToString(CultureInfo.InvariantCulture), RowCode.MunicipalityUnknown)
        : (_chance.Pick(worker.Number, "outside", ["015146", "010025", "017029", "007003"]), RowCode.MunicipalityOutsideRegion);

    private void Write(SampleWorker worker, string code, string municipality)
    {
        var number = worker.Number;
        var person = worker.Person;
        var partTime = _chance.Holds(number, "part time", person.Gender == Gender.Female ? PartTimeWomenPerThousand : PartTimeMenPerThousand);
        _csv.Add(
            code,
            person.Surname,
            person.Name,
            worker.Fault == SampleFault.NoEmail ? "" : string.Create(CultureInfo.InvariantCulture, $"{person.Name}.{person.Surname}.{number}@example.invalid").ToLowerInvariant(),
            // No operator is known to give out numbers of this block.
            string.Create(CultureInfo.InvariantCulture, $"+39 300 {_chance.Below(number, "mobile", 1_000_000):D7}"),
            municipality,
            SampleNames.Street(_chance, number),
            worker.Fault == SampleFault.UnknownTrade ? SampleNames.UnknownTrade(_chance, number) : worker.Trade.Title,
            _scenario.Sector.LevelOf(worker.Trade),
            worker.Trade.Area,
            worker.Trade.Title,
            SampleCsv.Day(HiredOn(person)),
            Contract(person),
            partTime ? _chance.Pick(number, "hours", s_partTimeHours) : "40",
            SampleCsv.Number(30 + (10 * _chance.Below(number, "suspension", 8))),
            _chance.Pick(number, "education", person.Age <= YoungerAgeMax ? s_younger : s_older));
    }

    // At least a year ago, and not before the person was of age.
    private DateOnly HiredOn(SamplePerson person) =>
        _day.AddDays(-DaysOfYear - _chance.Below(person.Number, "hired", Math.Max(1, (person.Age - HiredAgeMin - 1) * DaysOfYear)));

    private string Contract(SamplePerson person) =>
        _chance.Holds(person.Number, "permanent", PermanentPerThousand) ? "tempo indeterminato" : person.Age < 30 ? "apprendistato" : "tempo determinato";

    private void Expect(string field, string code, RowSeverity severity) => _expected.Add(new(_csv.Rows + 1, field, code, severity));

    private static SampleFile Expected(List<ExpectedIssue> issues)
    {
        var csv = new SampleCsv("riga", "campo", "codice", "gravita");
        foreach (var issue in issues)
            csv.Add(SampleCsv.Number(issue.Row), issue.Field, issue.Code, issue.Severity == RowSeverity.Error ? "errore" : "avviso");
        return csv.File("errori-attesi.csv");
    }

    private static SampleFile UnknownTrades(SampleScenario scenario, long seed, IReadOnlyList<SampleWorker> workers)
    {
        var chance = SampleChance.Of(scenario.Code, seed, SampleWorkers.Subject);
        var csv = new SampleCsv("riga", "mansione", "cp2021_vero");
        foreach (var worker in workers.Where(worker => worker.Fault == SampleFault.UnknownTrade))
            csv.Add(SampleCsv.Number(worker.Number + 1), SampleNames.UnknownTrade(chance, worker.Number), worker.Trade.Cp2021);
        return csv.File("mansioni-sconosciute.csv");
    }

    /// <summary>What must be said about a row.</summary>
    private sealed record ExpectedIssue(int Row, string Field, string Code, RowSeverity Severity);
}
