using System.Diagnostics;
using System.Globalization;
using Orchestrator.Testing.Scenarios;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>The programme's scenarios on the third host: the durable engine on SQLite, and two of them with a crash at every database operation.</summary>
// Each test has what it changes to itself: instances of its own, or a database.
[Parallelizable(ParallelScope.Children)]
public sealed class SqliteScenarioTests
{
    private const string Chosen = "ORCHESTRATOR_CRASH_SCENARIOS";
    private const string ChosenPoints = "ORCHESTRATOR_CRASH_POINTS";
    private const int SamplePoints = 8;

    private SqliteNodes _template = null!;

    /// <summary>What <c>tests/long.sh crash</c> names, else two that between them hold every kind of element of the programme's collective process.</summary>
    public static IEnumerable<string> CrashScenarios =>
        Environment.GetEnvironmentVariable(Chosen) is { Length: > 0 } names
            ? names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name.StartsWith("workflows/", StringComparison.Ordinal) ? name["workflows/".Length..] : name)
            : ["p1-collective/last-session-missing-on-day-30.scenario", "p1-collective/corrected-after-the-term.scenario"];

    [OneTimeSetUp]
    public async Task MakeTheSchemaOnce() => _template = await SqliteNodes.MakeAsync();

    [OneTimeTearDown]
    public async Task DropIt() => await _template.DisposeAsync();

    [TestCaseSource(typeof(WorkflowFiles), nameof(WorkflowFiles.Scenarios))]
    public async Task The_engine_on_sqlite_plays_it(string name)
    {
        await using var nodes = await SqliteNodes.MakeAsync(_template);
        Assert.That(await EnginePlay.WhyNotAsync(nodes, name), Is.Null);
    }

    /// <summary>A sample of the crash points, spread over the run; the whole set is <c>tests/long.sh crash</c>.</summary>
    [TestCase("p1-collective/last-session-missing-on-day-30.scenario")]
    [TestCase("sub-session/called-off.scenario")]
    [Category("Slow")]
    public async Task It_survives_a_crash_at_database_operations_spread_over_the_run(string name)
    {
        var points = await EnginePlay.PointsAsync(MakeAsync, name);
        var runs = await EnginePlay.CrashAsync(MakeAsync, name, Enumerable.Range(0, SamplePoints).Select(i => 1 + (points * i / SamplePoints)));
        Assert.Multiple(() =>
        {
            Assert.That(runs.Failures, Is.Empty);
            Assert.That(runs.Crashed, Is.GreaterThan(SamplePoints / 2), "runs that met a crash");
        });
    }

    [TestCaseSource(nameof(CrashScenarios))]
    [Category("Long")]
    public async Task It_survives_a_crash_at_every_database_operation(string name)
    {
        var since = Stopwatch.StartNew();
        var points = await EnginePlay.PointsAsync(MakeAsync, name);
        await TestContext.Progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: {points} points"));
        var (first, last) = Points(points);
        var runs = await EnginePlay.CrashAsync(MakeAsync, name, Enumerable.Range(first, last - first + 1), done =>
        {
            if (done.Count % 200 == 0) Tell(done);
        });
        Tell(runs);
        Assert.Multiple(() =>
        {
            Assert.That(runs.Failures, Is.Empty);
            // How many operations there are varies a little with what one commit carries: a few runs end before their crash.
            Assert.That(runs.Crashed, Is.GreaterThan((last - first + 1) * 9 / 10), "runs that met a crash");
        });

        void Tell(CrashRuns done) => TestContext.Progress.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name}: {done.Count} runs, {done.Crashed} crashes, {done.Failures.Count} failures, {since.Elapsed.TotalMinutes:0.0} minutes"));
    }

    /// <summary>All of them, or <c>FROM-TO</c> to see a failure again.</summary>
    private static (int First, int Last) Points(int all)
    {
        if (Environment.GetEnvironmentVariable(ChosenPoints) is not { Length: > 0 } chosen) return (1, all);
        var ends = chosen.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList();
        return (ends[0], Math.Min(all, ends[^1]));
    }

    private async Task<DatabaseNodes> MakeAsync() => await SqliteNodes.MakeAsync(_template);
}
