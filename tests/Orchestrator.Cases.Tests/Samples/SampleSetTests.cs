using System.Security.Cryptography;
using Orchestrator.Cases.Samples;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Samples;

internal sealed class SampleSetTests
{
    private static readonly Dictionary<string, string> s_headers = new(StringComparer.Ordinal)
    {
        ["lavoratori.csv"] = string.Join(';', WorkerColumns.All),
        ["errori-attesi.csv"] = "riga;campo;codice;gravita",
        ["mansioni-sconosciute.csv"] = "riga;mansione;cp2021_vero",
        ["esiti_prenotazione.csv"] = "numero_prenotazione;codice_fiscale;esito;data_esito;motivo",
        ["scelte.csv"] = "codice_fiscale;cf_erogatore;sede;data_scelta",
        ["offerte.csv"] = "codice;fonte;datore_cf;titolo;cp2021;comune_istat;posti;contratto;ore;competenze;scadenza",
        ["co.csv"] = "protocollo;tipo;cf_lavoratore;cf_datore;data_inizio;data_fine;contratto;cp;ateco;comune_istat;ore",
        ["operatori_accreditati.csv"] = "cf;denominazione;n_iscrizione;sede_istat;servizi;dal;al",
    };

    private static IEnumerable<SampleScenario> Scenarios => SampleScenarios.All;

    [TestCaseSource(nameof(Scenarios))]
    public void The_same_seed_gives_the_same_bytes(SampleScenario scenario)
    {
        var first = SampleSet.Make(scenario, 42);
        var again = SampleSet.Make(scenario, 42);

        Assert.That(again.Files.Select(Hash), Is.EqualTo(first.Files.Select(Hash)));
    }

    // A change of these is a change of every demonstration that anyone has made: it belongs into the changelog.
    [TestCase("A", "2FBC76FF5DFBCCA2BB9BA738F0E3F929B9A8779ED1814362DDCC772E06118C29")]
    [TestCase("B", "7FB3C523D2EA64EC90B676D07AD698A62859D73EC96CBA3825F25F260F36C54E")]
    [TestCase("D", "79021A5249FBD0E3F0EF9ABBB53C5F2CD2998F411C198A4FD695722FE057D4A4")]
    public void The_bytes_are_those_of_every_machine(string scenario, string sha256) => Assert.That(
        Convert.ToHexString(SHA256.HashData([.. SampleSet.Make(SampleScenarios.Find(scenario)!, 42).Files.SelectMany(file => file.Content)])), Is.EqualTo(sha256));

    [TestCaseSource(nameof(Scenarios))]
    public void Another_seed_gives_other_people_and_figures(SampleScenario scenario)
    {
        var one = SampleSet.Make(scenario, 42);
        var other = SampleSet.Make(scenario, 43);

        Assert.Multiple(() =>
        {
            foreach (var file in one.Files.Where(file => file.Rows > 0))
                Assert.That(Hash(other[file.Name]), Is.Not.EqualTo(Hash(file)), file.Name);
            Assert.That(Table.Of(one, "lavoratori.csv")["codice_fiscale"].Intersect(Table.Of(other, "lavoratori.csv")["codice_fiscale"]), Is.Empty);
            Assert.That(other.Crisis.Company.TaxCode, Is.Not.EqualTo(one.Crisis.Company.TaxCode));
        });
    }

    [Test]
    public void Scenarios_of_one_seed_share_no_person()
    {
        var codes = Scenarios.SelectMany(scenario => Table.Of(SampleSet.Make(scenario, 42), "lavoratori.csv")["codice_fiscale"].Distinct(StringComparer.OrdinalIgnoreCase)).ToList();

        Assert.That(codes, Is.Unique);
    }

    [TestCaseSource(nameof(Scenarios))]
    public void Files_are_tables_as_the_formats_have_them(SampleScenario scenario)
    {
        var set = SampleSet.Make(scenario, 42);

        Assert.Multiple(() =>
        {
            Assert.That(set.Files.Select(file => file.Name).Where(name => name != "crisi.json"), Is.EquivalentTo(s_headers.Keys));
            foreach (var (name, header) in s_headers)
            {
                var table = Table.Of(set, name);
                Assert.That(table.Header, Is.EqualTo(header), name);
                Assert.That(table.Rows.Select(row => row.Length), Is.All.EqualTo(table.Columns), name);
                Assert.That(set[name].Rows, Is.EqualTo(table.Rows.Count), name);
                Assert.That(set[name].Text, Does.EndWith("\n").And.Not.Contain("\r").And.Not.Contain('"'), name);
                Assert.That(set[name].Content[0], Is.EqualTo((byte)header[0]), "no byte order mark");
            }
        });
    }

    [TestCaseSource(nameof(Scenarios))]
    public void Every_day_is_written_year_month_day(SampleScenario scenario)
    {
        var set = SampleSet.Make(scenario, 42);
        var days = new[]
        {
            ("lavoratori.csv", "data_assunzione"), ("esiti_prenotazione.csv", "data_esito"), ("scelte.csv", "data_scelta"), ("offerte.csv", "scadenza"), ("co.csv", "data_inizio"),
            ("co.csv", "data_fine"), ("operatori_accreditati.csv", "dal"), ("operatori_accreditati.csv", "al"),
        }.SelectMany(column => Table.Of(set, column.Item1)[column.Item2]).Where(day => day.Length > 0).ToList();

        Assert.That(days, Has.Count.GreaterThan(4_000).And.All.Matches<string>(day => WorkerValues.ReadDay(day) is not null));
    }

    [TestCase("A", 200)]
    [TestCase("B", 120)]
    [TestCase("D", 80)]
    public void A_scenario_is_found_in_capitals_and_small_letters(string code, int workers) =>
        Assert.That((SampleScenarios.Find(code)!.Workers, SampleScenarios.Find(code.ToLowerInvariant())!.Workers), Is.EqualTo((workers, workers)));

    [Test]
    public void A_scenario_that_does_not_exist_is_not_found() => Assert.That(SampleScenarios.Find("X"), Is.Null);

    [TestCase("A", "2026-03-02", "2026-03-17")]
    [TestCase("A", "2026-03-06", "2026-03-23", Description = "a Saturday moves to Monday")]
    [TestCase("B", "2026-03-02", "2026-03-23", Description = "a Sunday moves to Monday")]
    [TestCase("D", "2026-03-02", "2026-04-08", Description = "after the thirtieth day")]
    public void The_presentation_is_on_a_workday_and_that_of_D_is_late(string code, string day, string presentation)
    {
        var crisis = SampleSet.Make(SampleScenarios.Find(code)!, 42, WorkerValues.ReadDay(day)).Crisis;

        Assert.That(crisis.PresentationOn, Is.EqualTo(WorkerValues.ReadDay(presentation)));
    }

    [Test]
    public void Another_day_moves_every_date_and_no_person_changes_their_name()
    {
        var scenario = SampleScenarios.Find("A")!;
        var one = SampleSet.Make(scenario, 42);
        var moved = SampleSet.Make(scenario, 42, scenario.Day.AddDays(100));

        Assert.Multiple(() =>
        {
            Assert.That(moved.Crisis.Agreement!.SigningDate, Is.EqualTo(one.Crisis.Agreement!.SigningDate.AddDays(100)));
            Assert.That(Table.Of(moved, "lavoratori.csv")["cognome"], Is.EqualTo(Table.Of(one, "lavoratori.csv")["cognome"]));
            Assert.That(
                Table.Of(moved, "esiti_prenotazione.csv")["data_esito"].Select(day => WorkerValues.ReadDay(day)),
                Is.EqualTo(Table.Of(one, "esiti_prenotazione.csv")["data_esito"].Select(day => WorkerValues.ReadDay(day)!.Value.AddDays(100))));
        });
    }

    private static string Hash(SampleFile file) => Convert.ToHexString(SHA256.HashData(file.Content));
}
