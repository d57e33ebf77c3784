using System.Globalization;
using System.Text.Json;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Reference;
using Orchestrator.Cases.Samples;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Samples;

internal sealed class SampleFilesTests
{
    private static IEnumerable<SampleScenario> Scenarios => SampleScenarios.All;

    [TestCaseSource(nameof(Scenarios))]
    public void Every_tax_number_is_right_and_reserved(SampleScenario scenario)
    {
        var set = SampleSet.Make(scenario, 42);
        var providers = Table.Of(set, "operatori_accreditati.csv")["cf"].ToList();
        var employers = Table.Of(set, "offerte.csv")["datore_cf"].Concat(Table.Of(set, "co.csv")["cf_datore"]).Distinct().ToList();
        List<string> all = [set.Crisis.Company.TaxCode, .. providers, .. employers];

        Assert.Multiple(() =>
        {
            Assert.That(all, Is.Unique.And.All.StartsWith("9999"));
            Assert.That(all.Where(code => !PartitaIva.IsValid(code)), Is.Empty);
            Assert.That(all.Select(code => int.Parse(code[7..10], CultureInfo.InvariantCulture)), Is.All.InRange(200, 799));
            Assert.That(set.Crisis.Company.VatNumber, Is.EqualTo(set.Crisis.Company.TaxCode));
        });
    }

    [TestCaseSource(nameof(Scenarios))]
    public void Every_municipality_of_the_agencies_files_exists(SampleScenario scenario)
    {
        var set = SampleSet.Make(scenario, 42);
        var known = ReferenceTables.ReadMunicipalities().Select(row => row.IstatCode).ToHashSet(StringComparer.Ordinal);
        var used = Table.Of(set, "offerte.csv")["comune_istat"].Concat(Table.Of(set, "co.csv")["comune_istat"]).Concat(Table.Of(set, "operatori_accreditati.csv")["sede_istat"])
            .Concat(Table.Of(set, "scelte.csv")["sede"]).Concat(set.Crisis.Company.Sites.Select(site => site.Municipality));

        Assert.That(used.Where(code => !known.Contains(code)), Is.Empty);
    }

    [TestCaseSource(nameof(Scenarios))]
    public void Sizes_are_those_of_the_specification(SampleScenario scenario)
    {
        var set = SampleSet.Make(scenario, 42);

        Assert.Multiple(() =>
        {
            Assert.That((set["offerte.csv"].Rows, set["co.csv"].Rows, set["operatori_accreditati.csv"].Rows), Is.EqualTo((2_000, 2_000, 25)));
            Assert.That((set["esiti_prenotazione.csv"].Rows > 0, set["scelte.csv"].Rows > 0), Is.EqualTo((scenario.HasAgreement, scenario.HasAgreement)));
        });
    }

    [Test]
    public void A_full_set_has_sixty_thousand_notices()
    {
        var set = SampleSet.Make(SampleScenarios.Find("A")!, 42, full: true);

        Assert.That((set["co.csv"].Rows, Table.Of(set, "co.csv")["protocollo"].Distinct().Count()), Is.EqualTo((60_000, 60_000)));
    }

    [Test]
    public void Notices_of_an_employment_begin_with_its_hiring_and_lie_in_twenty_four_months()
    {
        var scenario = SampleScenarios.Find("A")!;
        var table = Table.Of(SampleSet.Make(scenario, 42), "co.csv");
        var chains = table.Rows.GroupBy(row => table.At(row, "cf_lavoratore")).Select(chain => chain.Select(row => table.At(row, "tipo")).ToList()).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(table["protocollo"], Is.Ordered.Using((System.Collections.IComparer)StringComparer.Ordinal).And.Unique);
            Assert.That(chains.Select(chain => chain[0]), Is.All.EqualTo("assunzione"));
            Assert.That(chains.Select(chain => chain.Count(kind => kind == "assunzione")), Is.All.EqualTo(1));
            Assert.That(chains.Where(chain => chain.IndexOf("cessazione") is var at && at >= 0 && at != chain.Count - 1), Is.Empty, "nothing follows the end");
            Assert.That(table["tipo"].Distinct(), Is.EquivalentTo(new[] { "assunzione", "proroga", "trasformazione", "cessazione" }));
            Assert.That(table["data_inizio"].Select(day => WorkerValues.ReadDay(day)!.Value), Is.All.InRange(scenario.Day.AddMonths(-24), scenario.Day));
            Assert.That(table["cf_lavoratore"].Distinct().Where(code => CodiceFiscaleReader.Read(code, scenario.Day).Code is null), Is.Empty);
            Assert.That(table["ateco"].Count(code => code == "29.32") / 2_000.0, Is.InRange(0.65, 0.85));
        });
    }

    [Test]
    public void Vacancies_are_many_for_few_occupations()
    {
        var counts = Table.Of(SampleSet.Make(SampleScenarios.Find("A")!, 42), "offerte.csv")["cp2021"].GroupBy(code => code).Select(group => group.Count()).OrderDescending().ToList();

        // Zipf over 28: the first has 1 / (1 + 1/2 + … + 1/28) = 25 %.
        Assert.That((counts[0] / 2_000.0, counts[1] / 2_000.0), Is.EqualTo((0.25, 0.127)).Using<(double, double)>((one, other) => Math.Abs(one.Item1 - other.Item1) < 0.04 && Math.Abs(one.Item2 - other.Item2) < 0.03));
    }

    [TestCase("A")]
    [TestCase("D")]
    public void Approvals_stay_within_the_quotas_and_the_choice_within_its_term(string code)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var scenario = SampleScenarios.Find(code)!;
            var set = SampleSet.Make(scenario, seed);
            var workers = Table.Of(set, "lavoratori.csv");
            var profiles = workers.Rows.Take(scenario.Workers).ToDictionary(row => workers.At(row, "codice_fiscale"), row => (workers.At(row, "ambito"), workers.At(row, "profilo")));
            var outcomes = Table.Of(set, "esiti_prenotazione.csv");
            var approved = outcomes.Rows.Where(row => outcomes.At(row, "esito") == "APPROVATA").ToList();
            var decided = approved.ToDictionary(row => outcomes.At(row, "codice_fiscale"), row => WorkerValues.ReadDay(outcomes.At(row, "data_esito"))!.Value);
            var quotas = set.Crisis.Agreement!.Scopes.ToDictionary(scope => (scope.Area, scope.Profile), scope => scope.Quota);
            var providers = Table.Of(set, "operatori_accreditati.csv");
            var accredited = providers.Rows.ToDictionary(row => providers.At(row, "cf"), row => (WorkerValues.ReadDay(providers.At(row, "dal")), WorkerValues.ReadDay(providers.At(row, "al"))));
            var choices = Table.Of(set, "scelte.csv");

            Assert.Multiple(() =>
            {
                foreach (var group in decided.Keys.GroupBy(person => profiles[person]))
                    Assert.That(group.Count(), Is.LessThanOrEqualTo(quotas[group.Key]));
                Assert.That(outcomes.Rows.Where(row => (outcomes.At(row, "motivo").Length > 0) != (outcomes.At(row, "esito") == "RESPINTA")), Is.Empty);
                foreach (var row in choices.Rows)
                {
                    var chosen = WorkerValues.ReadDay(choices.At(row, "data_scelta"))!.Value;
                    var (from, until) = accredited[choices.At(row, "cf_erogatore")];
                    Assert.That(chosen.DayNumber - decided[choices.At(row, "codice_fiscale")].DayNumber, Is.InRange(1, 30));
                    Assert.That(from <= chosen && (until is null || chosen <= until));
                }
            });
        }
    }

    [TestCaseSource(nameof(Scenarios))]
    public void The_description_tells_what_the_list_holds(SampleScenario scenario)
    {
        var set = SampleSet.Make(scenario, 42);
        using var json = JsonDocument.Parse(set["crisi.json"].Content);
        var root = json.RootElement;

        Assert.Multiple(() =>
        {
            Assert.That(root.GetProperty("synthetic").GetBoolean());
            Assert.That(root.GetProperty("seed").GetInt64(), Is.EqualTo(42));
            Assert.That(root.GetProperty("redundancies").GetInt32(), Is.EqualTo(scenario.Workers).And.LessThanOrEqualTo(root.GetProperty("companyWorkers").GetInt32()));
            Assert.That(root.GetProperty("profiles").EnumerateArray().Sum(profile => profile.GetProperty("workers").GetInt32()), Is.EqualTo(scenario.Workers));
            Assert.That(root.GetProperty("company").GetProperty("sites").EnumerateArray().Sum(site => site.GetProperty("workers").GetInt32()), Is.EqualTo(scenario.CompanyWorkers));
            Assert.That(root.GetProperty("agreement").ValueKind, Is.EqualTo(scenario.HasAgreement ? JsonValueKind.Object : JsonValueKind.Null));
            Assert.That(root.GetProperty("cigs").GetProperty("from").GetString(), Is.EqualTo("2026-02-10"));
        });
    }

    [TestCase("A")]
    [TestCase("D")]
    public async Task The_registry_takes_the_agreement(string code)
    {
        using var on = await OwnRegistry.CreateAsync();
        var draft = SampleSet.Make(SampleScenarios.Find(code)!, 42).Crisis.Agreement!;
        var ground = draft.CigsGround == "crisi" ? CigsGround.CompanyCrisis : CigsGround.Reorganisation;

        var answer = await on.Desk.RegisterAgreementAsync(
            new(Guid.NewGuid(), null, draft.CompanyTaxCode, draft.CompanyTaxCode, draft.CompanyName, draft.CompanyMunicipality, draft.SigningDate, SigningPlace.Ministry, ground,
                draft.CigsFrom, draft.CigsTo, [.. draft.Scopes.Select(scope => new PlanScopeEntry(scope.Area, scope.Profile, null, scope.Quota))], null),
            "regione-1", CancellationToken.None);

        Assert.That(answer.Value?.SigningDate, Is.EqualTo(draft.SigningDate));
    }
}
