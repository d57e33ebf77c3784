using Orchestrator.Cases.Reference;
using Orchestrator.Cases.Samples;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Samples;

internal sealed class SampleWorkersTests
{
    private static IEnumerable<SampleScenario> Scenarios => SampleScenarios.All;

    [TestCaseSource(nameof(Scenarios))]
    public void Every_good_row_has_a_proper_code_of_its_own_that_agrees_with_its_name(SampleScenario scenario)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var set = SampleSet.Make(scenario, seed);
            var table = Table.Of(set, "lavoratori.csv");
            var bad = Errors(set);
            var good = table.Rows.Where((_, at) => !bad.Contains(at + 2)).Select(row => (
                Read: CodiceFiscaleReader.Read(table.At(row, "codice_fiscale"), scenario.Day), Surname: table.At(row, "cognome"), Name: table.At(row, "nome"))).ToList();

            Assert.Multiple(() =>
            {
                Assert.That(good.Select(row => row.Read.Problem), Is.All.Null);
                Assert.That(good.Select(row => row.Read.Code!.Canonical), Is.Unique);
                Assert.That(
                    good.Select(row => row.Read.Code!.Canonical[..6]), Is.EqualTo(good.Select(row => PersonCode.OfSurname(row.Surname) + PersonCode.OfName(row.Name))));
                Assert.That(good.Select(row => row.Read.Code!.AgeOn(scenario.Day)), Is.All.InRange(22, 66));
            });
        }
    }

    [TestCaseSource(nameof(Scenarios))]
    public void Faults_have_their_shares_and_each_occurs(SampleScenario scenario)
    {
        var set = SampleSet.Make(scenario, 42);
        var codes = Table.Of(set, "errori-attesi.csv")["codice"].ToList();
        int Share(int perThousand) => Math.Max(1, ((scenario.Workers * perThousand) + 500) / 1_000);

        Assert.Multiple(() =>
        {
            Assert.That(codes.Count(code => code == RowCode.CfCheck), Is.EqualTo(Share(10)));
            Assert.That(codes.Count(code => code == RowCode.DuplicateInFile), Is.EqualTo(Share(5)));
            Assert.That(codes.Count(code => code is RowCode.MunicipalityUnknown or RowCode.MunicipalityOutsideRegion), Is.EqualTo(Share(10)));
            Assert.That(codes.Count(code => code == RowCode.EmailMissing), Is.EqualTo(Share(30)));
            Assert.That(Table.Of(set, "mansioni-sconosciute.csv").Rows, Has.Count.EqualTo(Share(20)));
            Assert.That(set["lavoratori.csv"].Rows, Is.EqualTo(scenario.Workers + Share(5)));
        });
    }

    [TestCase(10, 0)]
    [TestCase(79, 0)]
    [TestCase(80, 1)]
    [TestCase(200, 1)]
    [TestCase(1_000, 5)]
    public void A_short_list_may_be_without_a_fault(int workers, int repeated) => Assert.That(SampleFaults.Count(SampleFault.Repeated, workers), Is.EqualTo(repeated));

    [TestCase("A", 620)]
    [TestCase("D", 280)]
    public void Ages_and_genders_have_the_shares_of_the_sector(string code, int men)
    {
        var scenario = SampleScenarios.Find(code)!;
        var people = Enumerable.Range(0, 25).SelectMany(seed => SampleWorkers.Make(scenario, seed, scenario.Day)).Select(worker => worker.Person).ToList();
        var mean = people.Average(person => person.Age);
        var deviation = Math.Sqrt(people.Average(person => (person.Age - mean) * (person.Age - mean)));

        Assert.Multiple(() =>
        {
            Assert.That(people.Count(person => person.Gender == Gender.Male) / (double)people.Count, Is.EqualTo(men / 1_000.0).Within(0.03));
            Assert.That(mean, Is.EqualTo(47).Within(1));
            Assert.That(deviation, Is.EqualTo(8.7).Within(0.7), "nine, less what lies outside 22–66");
        });
    }

    [Test]
    public void One_of_a_thousand_is_an_omocode()
    {
        var scenario = SampleScenarios.Find("A")!;
        var omocodes = Enumerable.Range(0, 60).SelectMany(seed => SampleWorkers.Make(scenario, seed, scenario.Day)).Select(worker => worker.Person)
            .Where(person => person.CodiceFiscale != person.Canonical).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(omocodes, Has.Count.InRange(6, 18), "of 12 000");
            Assert.That(omocodes.Select(person => CodiceFiscaleReader.Read(person.CodiceFiscale, scenario.Day).Code?.Canonical), Is.EqualTo(omocodes.Select(person => person.Canonical)));
        });
    }

    [Test]
    public void Occupations_of_a_factory_are_two_thirds_workers()
    {
        var scenario = SampleScenarios.Find("A")!;
        var groups = Enumerable.Range(0, 25).SelectMany(seed => SampleWorkers.Make(scenario, seed, scenario.Day)).Select(worker => worker.Trade.Group).ToList();
        double Share(int from, int to) => groups.Count(group => group >= from && group <= to) / (double)groups.Count;

        Assert.Multiple(() =>
        {
            Assert.That(Share(6, 8), Is.InRange(0.60, 0.70));
            Assert.That(Share(3, 3), Is.EqualTo(0.12).Within(0.02));
            Assert.That(Share(4, 4), Is.EqualTo(0.08).Within(0.02));
            Assert.That(Share(1, 2), Is.EqualTo(0.05).Within(0.02));
            Assert.That(SampleSectors.Vehicles.Trades.Sum(trade => trade.Weight), Is.EqualTo(100));
            Assert.That(SampleSectors.Textile.Trades.Sum(trade => trade.Weight), Is.EqualTo(100));
            Assert.That(SampleSectors.CallCentres.Trades.Sum(trade => trade.Weight), Is.EqualTo(100));
        });
    }

    [Test]
    public void People_live_nearer_to_the_site_than_chance_would_have_it_and_nobody_in_another_province()
    {
        var scenario = SampleScenarios.Find("D")!;
        var homes = Enumerable.Range(0, 25).SelectMany(seed => SampleWorkers.Make(scenario, seed, scenario.Day)).Select(worker => worker.Domicile).ToList();
        double Share(Func<SampleMunicipality, bool> where) => homes.Count(where) / (double)homes.Count;

        // Ivrea has 1.1 % of the province's people and its basin 5.6 %.
        Assert.Multiple(() =>
        {
            Assert.That(homes.Select(home => home.Province), Is.All.EqualTo("TO"));
            Assert.That(Share(home => home.Name == "Ivrea"), Is.InRange(0.10, 0.20));
            Assert.That(Share(home => home.Centre == "22"), Is.InRange(0.20, 0.40));
        });
    }

    [Test]
    public void Every_municipality_has_inhabitants() =>
        Assert.Multiple(() =>
        {
            Assert.That(ReferenceTables.ReadPopulation().Keys, Is.EquivalentTo(ReferenceTables.ReadMunicipalities().Select(row => row.IstatCode)));
            Assert.That(SampleGeography.All.Sum(place => place.Population), Is.InRange(4_300_000, 4_400_000));
        });

    [TestCaseSource(nameof(Scenarios))]
    public void Nobody_can_be_reached(SampleScenario scenario)
    {
        var table = Table.Of(SampleSet.Make(scenario, 42), "lavoratori.csv");

        Assert.That(table["email"].Where(email => email.Length > 0), Is.All.EndsWith("@example.invalid"));
    }

    private static HashSet<int> Errors(SampleSet set)
    {
        var table = Table.Of(set, "errori-attesi.csv");
        return [.. table.Rows.Where(row => table.At(row, "gravita") == "errore").Select(row => int.Parse(table.At(row, "riga"), System.Globalization.CultureInfo.InvariantCulture))];
    }
}
