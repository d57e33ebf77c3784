using System.Globalization;
using Orchestrator.Feel;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Testing;
using Orchestrator.Testing.Checkers;
using Orchestrator.Testing.Scenarios;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>The programme's scenarios on the third host: the durable engine on SQLite, and two of them with a crash at every database operation.</summary>
public sealed class SqliteScenarioTests
{
    private SqliteNodes _template = null!;

    [OneTimeSetUp]
    public async Task MakeTheSchemaOnce() => _template = await SqliteNodes.MakeAsync();

    [OneTimeTearDown]
    public async Task DropIt() => await _template.DisposeAsync();

    [TestCaseSource(typeof(WorkflowFiles), nameof(WorkflowFiles.Scenarios))]
    public async Task The_engine_on_sqlite_plays_it(string name)
    {
        await using var nodes = await SqliteNodes.MakeAsync(_template);
        await PlayAsync(nodes, name, "no crash");
    }

    /// <summary>A sample of the crash points, spread over the run; the whole set is <c>tests/long.sh crash</c>.</summary>
    [TestCase("p1-collective/last-session-missing-on-day-30.scenario")]
    [TestCase("sub-session/called-off.scenario")]
    [Category("Slow")]
    public Task It_survives_a_crash_at_database_operations_spread_over_the_run(string name) => CrashAsync(name, n => n + Math.Max(1, n / 4));

    [TestCase("p1-collective/last-session-missing-on-day-30.scenario")]
    [TestCase("sub-session/called-off.scenario")]
    [Category("Long")]
    public Task It_survives_a_crash_at_every_database_operation(string name) => CrashAsync(name, n => n + 1);

    private async Task CrashAsync(string name, Func<int, int> next)
    {
        for (var n = 1; ; n = next(n))
        {
            await using var nodes = await SqliteNodes.MakeAsync(_template);
            var crash = new CrashAt(n);
            nodes.Crash = crash;
            await PlayAsync(nodes, name, string.Create(CultureInfo.InvariantCulture, $"n = {n}, {crash.Where ?? "not yet"}"));
            if (!crash.Crashed) return;
        }
    }

    private static async Task PlayAsync(SqliteNodes nodes, string name, string where)
    {
        var scenario = WorkflowFiles.Scenario(name);
        var start = DateTimeOffset.Parse(scenario.Clock, CultureInfo.InvariantCulture);
        await using var host = await EngineScenarioHost.StartAsync(nodes, WorkflowFiles.Definitions, start, ItalianCalendars.Default);
        var result = await new ScenarioDriver(host, scenario).RunAsync();
        Assert.That(result.Failure, Is.Null, where);
        // The checks read through a node that does not die.
        await host.RestartAsync();
        Assert.That(await EngineChecker.CheckAsync(await host.NodeAsync()), Is.Empty, where);
    }
}
