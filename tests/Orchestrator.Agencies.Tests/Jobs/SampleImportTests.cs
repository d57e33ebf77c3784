using System.Globalization;
using System.Text;
using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Agency.Apl.Jobs;
using Orchestrator.Cases.Samples;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agencies.Tests.Jobs;

/// <summary>The sample lists through the real reader, registry and checks: what is reported is what was broken, and nothing else.</summary>
internal sealed class SampleImportTests
{
    private OwnRegistry _on = null!;

    [SetUp]
    public async Task SetUp() => _on = await OwnRegistry.CreateAsync();

    [TearDown]
    public void TearDown() => _on.Dispose();

    private static IEnumerable<object[]> Lists() => SampleScenarios.All.SelectMany(scenario => new long[] { 1, 42, 2026 }, (scenario, seed) => new object[] { scenario.Code, seed });

    [TestCaseSource(nameof(Lists))]
    public async Task Exactly_the_expected_errors_are_found(string scenario, long seed)
    {
        var set = SampleSet.Make(SampleScenarios.Find(scenario)!, seed);

        var (reported, good) = await ImportAsync(set["lavoratori.csv"].Content);

        Assert.Multiple(() =>
        {
            Assert.That(reported, Is.EqualTo(Expected(set)));
            Assert.That(good, Is.EqualTo(set["lavoratori.csv"].Rows - Expected(set).Count(line => line.EndsWith("errore", StringComparison.Ordinal))));
        });
    }

    [TestCase(17)]
    [TestCase(90)]
    [TestCase(161)]
    public async Task Breaking_one_check_character_reports_that_row_and_no_other(int around)
    {
        var set = SampleSet.Make(SampleScenarios.Find("A")!, 42);
        var lines = set["lavoratori.csv"].Text.Split('\n');
        var touched = Touched(set);
        var row = Enumerable.Range(around, 50).First(candidate => !touched.Contains(candidate));
        var code = lines[row - 1].Split(';')[0];
        lines[row - 1] = Persons.Spoiled(code) + lines[row - 1][code.Length..];

        var (reported, _) = await ImportAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        Assert.That(reported.Except(Expected(set)), Is.EqualTo(new[] { string.Create(CultureInfo.InvariantCulture, $"{row};codice_fiscale;CF_CHECK;errore") }));
        Assert.That(reported, Has.Count.EqualTo(Expected(set).Count + 1));
    }

    // Rows with a fault, and those whose person stands there twice.
    private static HashSet<int> Touched(SampleSet set)
    {
        var rows = Expected(set).Select(line => int.Parse(line.Split(';')[0], CultureInfo.InvariantCulture)).ToHashSet();
        var people = set["lavoratori.csv"].Text.Split('\n').Skip(1).Select((line, at) => (Row: at + 2, Person: string.Join(';', line.Split(';').Skip(1).Take(3))));
        return [.. rows, .. people.GroupBy(each => each.Person).Where(group => group.Count() > 1).SelectMany(group => group).Select(each => each.Row)];
    }

    private static List<string> Expected(SampleSet set) => [.. set["errori-attesi.csv"].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];

    private async Task<(List<string> Reported, int Good)> ImportAsync(byte[] content)
    {
        var agreement = (await _on.AgreementAsync()).Agreement;
        var uploaded = await _on.Desk.UploadAsync(new(Guid.NewGuid(), agreement, "lavoratori.csv", content), "apl-1", CancellationToken.None);
        var import = uploaded.Value!.Import;
        var result = await new ValidateWorkersHandler(_on.Registry).HandleAsync(
            JobsFor.Make("apl.validate-workers", 7, new() { ["importId"] = import.ToString("D") }), CancellationToken.None);
        var rows = (await _on.Desk.ReadReportAsync(import, new(true, 0, 1_000), OwnRegistry.Reason, CancellationToken.None)).Rows;
        return (
            [.. rows.OrderBy(row => row.RowNumber).SelectMany(row => row.Issues.Select(issue => string.Create(
                CultureInfo.InvariantCulture, $"{row.RowNumber};{issue.Field};{issue.Code};{(issue.Severity == RowSeverity.Error ? "errore" : "avviso")}")))],
            (int)result.Variables()["report"]!["accepted"]!);
    }
}
