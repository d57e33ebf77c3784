using Orchestrator.Testing.Scenarios;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>The programme's scenarios on the fourth host: the durable engine on a PostgreSQL server, each on a database of its own.</summary>
[Category("Slow")]
// Each test has what it changes to itself: instances of its own, or a database.
[Parallelizable(ParallelScope.Children)]
public sealed class PostgreSqlScenarioTests
{
    private const int SamplePoints = 6;

    private PostgreSqlServer _server = null!;
    private PostgreSqlNodes _template = null!;

    [OneTimeSetUp]
    public async Task MakeTheSchemaOnce()
    {
        if (PostgreSqlServer.MissingReason is { } reason) Assert.Ignore(reason);
        _server = await PostgreSqlServer.StartAsync();
        _template = await PostgreSqlNodes.MakeAsync(_server);
    }

    [OneTimeTearDown]
    public async Task DropIt()
    {
        if (_template is not null) await _template.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    [TestCaseSource(typeof(WorkflowFiles), nameof(WorkflowFiles.Sample))]
    public Task The_engine_on_postgresql_plays_it(string name) => PlayAsync(name);

    [TestCaseSource(typeof(WorkflowFiles), nameof(WorkflowFiles.Scenarios))]
    [Category("Long")]
    public Task The_engine_on_postgresql_plays_every_one(string name) => PlayAsync(name);

    [TestCase("p1-collective/last-session-missing-on-day-30.scenario")]
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

    private async Task PlayAsync(string name)
    {
        await using var nodes = await PostgreSqlNodes.MakeAsync(_server, _template);
        Assert.That(await EnginePlay.WhyNotAsync(nodes, name), Is.Null);
    }

    private async Task<DatabaseNodes> MakeAsync() => await PostgreSqlNodes.MakeAsync(_server, _template);
}
