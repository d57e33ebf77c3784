using System.Text.Json.Nodes;
using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Agency.Regione;
using Orchestrator.Agency.Regione.Jobs;
using Orchestrator.Agency.Regione.Publishing;
using Orchestrator.Cases.Tests.Documents;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agencies.Tests.Regione;

internal sealed class PublishHandlerTests
{
    private static readonly ReportFigure[] s_figures =
    [
        new("booked", null, null, 0.55m, 55, 100), new("booked", "gender", "F", 0.5m, 20, 40), new("booked", "gender", "M", 0.583m, 35, 60),
        new("hired", null, null, 3, 3, null), new("days, \"mean\"", null, null, 12.5m, null, null),
    ];

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"published-{Guid.NewGuid():N}");
    private OwnRegistry _on = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await OwnRegistry.CreateAsync();
        await Dossiers.OpenAsync(_on);
        await _on.Registry.SaveReportAsync(new("RP-1", Dossiers.Crisis, "2026-06", s_figures, ["relazione.pdf"], null), CancellationToken.None);
    }

    [TearDown]
    public void TearDown()
    {
        _on.Dispose();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task A_report_is_published_once_as_CSV_JSON_and_metadata()
    {
        var first = (await RunAsync(1)).Variables();
        _on.Clock.Advance(TimeSpan.FromDays(1));
        var again = (await RunAsync(1)).Variables();

        var json = JsonNode.Parse(Read("figures.json"))!;
        var metadata = JsonNode.Parse(Read("metadata.jsonld"))!;
        Assert.Multiple(() =>
        {
            Assert.That(again.ToJsonString(), Is.EqualTo(first.ToJsonString()));
            Assert.That(first.ToJsonString(), Is.EqualTo("""{"publishedAt":"2026-03-12T09:30:00Z","files":["RP-1/figures.csv","RP-1/figures.json","RP-1/metadata.jsonld"]}"""));
            Assert.That(Read("figures.csv").Split("\r\n"), Is.EqualTo(new[]
            {
                "id,breakdown,cell,value,numerator,denominator,suppressed", "booked,,,0.55,55,100,false", "booked,gender,F,0.5,20,40,false", "booked,gender,M,0.583,35,60,false",
                "hired,,,,,,true", "\"days, \"\"mean\"\"\",,,12.5,,,false", "",
            }));
            Assert.That(json["figures"]!.AsArray().Select(figure => (bool)figure!["suppressed"]!), Is.EqualTo(new[] { false, false, false, true, false }));
            Assert.That((string)metadata["dct:identifier"]!, Is.EqualTo("r_piemon:RP-1"));
            Assert.That((string)metadata["dcat:distribution"]![0]!["dcat:downloadURL"]!["@id"]!, Is.EqualTo("https://orchestrator.invalid/pubblicazioni/RP-1/figures.csv"));
        });
    }

    [Test]
    public async Task No_number_of_a_suppressed_cell_stands_in_any_file()
    {
        await _on.Registry.SaveReportAsync(new("RP-1", Dossiers.Crisis, "2026-06", [new("hired", null, null, 0.01731m, 4, 231)], [], null), CancellationToken.None);
        await RunAsync(1);

        Assert.That(new[] { "figures.csv", "figures.json", "metadata.jsonld" }.Select(Read), Has.None.Contains("0.01731").And.None.Contains("231"));
    }

    [Test]
    public void A_report_of_another_crisis_is_wrong_input() =>
        Assert.That(() => RunAsync(1, "CR-2026-0002"), Throws.TypeOf<JobInputException>().With.Message.Contains("CR-2026-0001"));

    [Test]
    public async Task A_job_that_died_after_the_files_publishes_the_same_files_again()
    {
        await PublicFolder.WriteAsync(await _on.Registry.ReadReportAsync("RP-1", CancellationToken.None), Options(), CancellationToken.None);
        var before = Read("figures.csv");

        await RunAsync(1);

        Assert.Multiple(() =>
        {
            Assert.That(Read("figures.csv"), Is.EqualTo(before));
            Assert.That(Directory.GetFiles(Path.Combine(_folder, "RP-1")), Has.Length.EqualTo(3), "nothing unfinished stays");
        });
    }

    [TestCase("4/100", true)]
    [TestCase("0/100", true)]
    [TestCase("5/100", false)]
    [TestCase("96/100", true, TestName = "The other part of a share is small")]
    [TestCase("100/100", false)]
    [TestCase("3/4", true)]
    [TestCase("4/", true)]
    [TestCase("/4", true)]
    [TestCase("/", false)]
    public void A_figure_about_fewer_than_five_persons_is_suppressed(string counts, bool suppressed)
    {
        var parts = counts.Split('/').Select(part => part.Length == 0 ? (long?)null : long.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();

        var published = Suppression.Of([new("x", null, null, 1, parts[0], parts[1])]).Single();

        Assert.That((published.Suppressed, published.Figure.Value is null), Is.EqualTo((suppressed, suppressed)));
    }

    [TestCase("3 40 60", "3 40", TestName = "One small cell would follow from the whole: the next smallest goes with it")]
    [TestCase("1 2 40 60", "1 2 40", TestName = "Two small cells together are still fewer than five")]
    [TestCase("4 4 40 60", "4 4", TestName = "Two small cells together are enough")]
    [TestCase("40 60", "", TestName = "Nothing is small, nothing is suppressed")]
    [TestCase("0 60", "0 60", TestName = "A cell of nobody is not told either")]
    public void In_a_breakdown_a_suppressed_cell_does_not_follow_from_the_whole(string cells, string hidden)
    {
        var counts = cells.Split(' ').Select(cell => long.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        ReportFigure[] figures = [new("x", null, null, counts.Sum(), counts.Sum(), null), .. counts.Select((count, i) => new ReportFigure("x", "age", $"c{i}", count, count, null))];

        var published = Suppression.Of(figures);

        Assert.Multiple(() =>
        {
            Assert.That(published[0].Suppressed, Is.False);
            Assert.That(string.Join(' ', counts.Where((_, i) => published[i + 1].Suppressed)), Is.EqualTo(hidden));
        });
    }

    private RegioneOptions Options() => new() { PublishFolder = _folder };

    private string Read(string file) => File.ReadAllText(Path.Combine(_folder, "RP-1", file));

    private Task<JobResult> RunAsync(long job, string crisis = Dossiers.Crisis) => new PublishHandler(_on.Registry, Options()).HandleAsync(
        JobsFor.Make("regione.publish", job, new() { ["crisis"] = crisis, ["reportId"] = "RP-1", ["period"] = "2026-06" }), CancellationToken.None);
}
