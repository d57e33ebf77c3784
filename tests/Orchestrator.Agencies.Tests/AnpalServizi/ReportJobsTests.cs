using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Agency.AnpalServizi;
using Orchestrator.Agency.AnpalServizi.Jobs;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agencies.Tests.AnpalServizi;

/// <summary>Quality, figures and report of a snapshot of the real registry.</summary>
internal sealed class ReportJobsTests
{
    private readonly AnpalServiziOptions _options = new() { ReportFolder = Path.Combine(Path.GetTempPath(), $"reports-{Guid.NewGuid():N}") };
    private OwnRegistry _on = null!;
    private Cohort _cohort = null!;
    private JsonObject _input = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await OwnRegistry.CreateAsync();
        _cohort = await Cohort.WithAgreementAsync(_on, 4);
        for (var n = 0; n < 3; n++) await _on.Registry.RecordStateAsync(new($"{n}", _cohort.Cases[n], "p1", "INFORMED", _on.Clock.GetUtcNow()), CancellationToken.None);
        var taken = await _on.Registry.TakeSnapshotAsync(new("1", _cohort.Crisis, "2026-03", "monitoring"), OwnRegistry.Reason, CancellationToken.None);
        _input = new() { ["snapshotId"] = taken.Snapshot.ToString("D"), ["crisis"] = _cohort.Crisis, ["period"] = "2026-03" };
    }

    [TearDown]
    public void TearDown()
    {
        _on.Dispose();
        if (Directory.Exists(_options.ReportFolder)) Directory.Delete(_options.ReportFolder, recursive: true);
    }

    [Test]
    public async Task Quality_says_which_cases_of_which_centre_miss_something()
    {
        var answer = await RunAsync(new QualityHandler(_on.Registry));

        Assert.That(answer.ToJsonString(), Is.EqualTo($$"""{"missingShare":0.25,"missing":[{"centre":"11","cases":["{{_cohort.Cases[3]}}"]}],"contradictions":[]}"""));
    }

    [Test]
    public async Task Figures_name_their_formula_and_what_they_were_computed_from()
    {
        var figures = (await RunAsync(new ComputeKpiHandler(_on.Registry)))["figures"]!.AsArray();

        var reached = figures.Single(figure => (string)figure!["id"]! == "reached")!;
        Assert.That(((string)reached["formula"]!, (decimal)reached["value"]!, (decimal)reached["numerator"]!, (long)reached["denominator"]!), Is.EqualTo(("stato diverso da NEW / lavoratori coinvolti", 0.75m, 3m, 4L)));
    }

    [Test]
    public async Task The_same_snapshot_gives_the_same_report_of_the_same_bytes()
    {
        var first = await RunAsync(new RenderReportHandler(_on.Registry, _options));
        var names = first["files"]!.AsArray().Select(name => (string)name!).ToList();
        var before = names.ConvertAll(name => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_options.ReportFolder, name)))));
        _on.Clock.Advance(TimeSpan.FromDays(1));
        var again = await RunAsync(new RenderReportHandler(_on.Registry, _options));
        var after = names.ConvertAll(name => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_options.ReportFolder, name)))));

        var kept = await _on.Registry.ReadReportAsync((string)first["reportId"]!, CancellationToken.None);
        var chart = XDocument.Parse(Read(names, "percorso.svg"));
        Assert.Multiple(() =>
        {
            Assert.That(again.ToJsonString(), Is.EqualTo(first.ToJsonString()));
            Assert.That(after, Is.EqualTo(before));
            Assert.That(before[0], Is.EqualTo((string)first["sha256"]!));
            Assert.That((kept.Crisis, kept.Period, kept.Sha256, kept.State), Is.EqualTo((_cohort.Crisis, "2026-03", before[0], ReportState.Draft)));
            Assert.That(kept.Figures.Single(figure => figure is { Id: "reached", Breakdown: null }), Is.EqualTo(new ReportFigure("reached", null, null, 0.75m, 3, 4)));
            Assert.That(Read(names, "figures.csv"), Does.Contain("reached,Raggiunti,stato diverso da NEW / lavoratori coinvolti,,,0.75,3,4\r\n"));
            Assert.That((string?)chart.Root!.Element(chart.Root.Name.Namespace + "desc"), Does.Contain("Raggiunti: 75 % (3 su 4)"));
            Assert.That(names.Select(name => Read(names, Path.GetFileName(name))), Has.None.Contains("Zib").And.None.Contains(Cohort.Code(0)));
        });
    }

    [Test]
    public async Task The_PDF_has_every_object_where_its_table_says()
    {
        var answer = await RunAsync(new RenderReportHandler(_on.Registry, _options));
        var pdf = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(_options.ReportFolder, (string)answer["files"]![0]!)));

        var table = pdf[(pdf.LastIndexOf("\nxref\n", StringComparison.Ordinal) + 1)..].Split('\n');
        var offsets = table.Skip(3).TakeWhile(line => line.EndsWith(" n ", StringComparison.Ordinal)).Select(line => int.Parse(line[..10], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(offsets, Has.Count.GreaterThan(6));
            for (var i = 0; i < offsets.Count; i++) Assert.That(pdf[offsets[i]..], Does.StartWith(FormattableString.Invariant($"{i + 1} 0 obj\n")));
            Assert.That(pdf, Does.Contain("(Raggiunti: 75 %)").And.Contain("Qualità dei dati"));
        });
    }

    private string Read(List<string> names, string file) => File.ReadAllText(Path.Combine(_options.ReportFolder, names.Single(name => name.EndsWith("/" + file, StringComparison.Ordinal))));

    private async Task<JsonObject> RunAsync(IJobHandler handler) => (await handler.HandleAsync(JobsFor.Make(handler.JobType, 100, (JsonObject)_input.DeepClone()), CancellationToken.None)).Variables();
}
