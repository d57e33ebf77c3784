using System.Globalization;
using Orchestrator.Engine.History;
using Orchestrator.Feel;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Testing.Scenarios;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Engine.Tests.Verification;

/// <summary>Whatever is done to a row that follows from history, a verification finds it, a rebuild mends it, and the engine goes on.</summary>
internal abstract class RowTamperingTests
{
    private const int ChangesOfRun = 24;

    /// <summary>How many changes: a few in every run, 200 and more in tests/long.sh rows.</summary>
    private static int Changes => int.Parse(Environment.GetEnvironmentVariable("ORCHESTRATOR_ROWS") ?? ChangesOfRun.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static int Seed => int.Parse(Environment.GetEnvironmentVariable("ORCHESTRATOR_SEED") ?? "1929", CultureInfo.InvariantCulture);

    protected abstract Task<TamperedNodes> MakeAsync();

    /// <summary>After every step of the programme's own scenarios one row is changed, found and mended; the scenario then ends as it is written.</summary>
    [Test]
    public async Task Changes_between_the_steps_of_scenarios_are_found_and_mended_and_the_scenarios_go_on()
    {
        var chance = new Random(Seed);
        var left = Changes;
        var scenarios = WorkflowFiles.Scenarios.OrderBy(_ => chance.Next()).ToList();
        for (var i = 0; left > 0; i++)
        {
            var name = scenarios[i % scenarios.Count];
            var scenario = WorkflowFiles.Scenario(name);
            await using var nodes = await MakeAsync();
            await using var connection = nodes.Connect();
            await connection.OpenAsync();
            var tampering = new RowTampering(connection, chance);
            await using var host = await EngineScenarioHost.StartAsync(nodes, WorkflowFiles.Definitions, DateTimeOffset.Parse(scenario.Clock, CultureInfo.InvariantCulture), ItalianCalendars.Default);
            var driver = new ScenarioDriver(host, scenario)
            {
                AfterStep = async () =>
                {
                    if (left <= 0) return;
                    var before = await tampering.DumpAsync();
                    if (await tampering.AnyAsync() is not { } change) return;
                    left--;
                    await FoundAndMendedAsync(await host.NodeAsync(), tampering, before, change, $"ORCHESTRATOR_SEED={Seed}, {name}");
                    // What comes next is read from the disk.
                    if (chance.Next(4) == 0) await host.RestartAsync();
                },
            };
            var result = await driver.RunAsync();
            Assert.That(result.Failure, Is.Null, $"ORCHESTRATOR_SEED={Seed}, {name}");
        }
    }

    [Test]
    public async Task Every_column_of_every_table_of_rows_is_compared_and_mended()
    {
        await using var nodes = await MakeAsync();
        var time = new Testing.ManualTime();
        var node = await nodes.OpenAsync(time);
        await using var connection = nodes.Connect();
        await connection.OpenAsync();
        var tampering = new RowTampering(connection, new Random(Seed));

        await StillLife.MakeAsync(node, time);
        var changed = (await EverythingAsync(node, tampering, ProjectionTable.All)).ToList();
        // The large instance last: it takes long to replay.
        await StillLife.MakeManyAsync(node);
        changed.AddRange(await EverythingAsync(node, tampering, ProjectionTable.All.Where(table => table.Label == "continuations")));

        Assert.That(changed.Select(column => column.Split('.')[0]).Distinct(), Is.EquivalentTo(ProjectionTable.All.Select(table => table.Label)));
        TestContext.Out.WriteLine($"{changed.Count} columns: {string.Join(", ", changed)}");
    }

    private static async Task<IReadOnlyList<string>> EverythingAsync(EngineNode node, RowTampering tampering, IEnumerable<ProjectionTable> tables)
    {
        var before = await tampering.DumpAsync();
        return await tampering.EverythingAsync(tables, change => FoundAndMendedAsync(node, tampering, before, change, $"ORCHESTRATOR_SEED={Seed}"));
    }

    private static async Task FoundAndMendedAsync(EngineNode node, RowTampering tampering, string before, RowTampering.Change change, string where)
    {
        where = $"{where}: {change.What}";
        var found = await BadAsync(node);
        var differences = found.SelectMany(report => report.Differences).ToList();
        Assert.That(differences.Any(one => Names(one, change)), Is.True, $"{where}, found {string.Join("; ", differences)}");

        foreach (var report in found)
            if (await node.Queries.InstanceAsync(report.Instance, CancellationToken.None) is not null)
                Assert.That(await node.Verification.RebuildAsync(report.Instance, CancellationToken.None), Is.True, where);
        await node.Verification.DropStrayAsync(CancellationToken.None);

        Assert.That(await BadAsync(node), Is.Empty, where);
        // A snapshot that was bad is gone: nobody misses it.
        Assert.That(Without(await tampering.DumpAsync(), "snapshots"), Is.EqualTo(Without(before, "snapshots")), where);
    }

    /// <summary>The table, and the column unless it is part of a key (then one row is missing and another is too many) or nothing of the row can be read.</summary>
    private static bool Names(RowDifference difference, RowTampering.Change change)
    {
        if (difference.Table == "rows") return true;
        if (difference.Table != change.Table.Label) return false;
        return change.Column is not { } column || change.Table.Key.Contains(column) || change.Table.Label == "snapshots"
            || difference.Message.Contains(column.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            // A reservation that was given to another instance is missed here.
            || change.Table.Owned == column;
    }

    private static async Task<List<InstanceReport>> BadAsync(EngineNode node)
    {
        var bad = new List<InstanceReport>();
        await foreach (var report in node.Verification.VerifyAllAsync(CancellationToken.None))
            if (!report.Sound) bad.Add(report);
        return [.. bad, .. await node.Verification.VerifyStrayAsync(CancellationToken.None)];
    }

    private static string Without(string dump, string table) =>
        string.Join('\n', dump.Split('\n').Where(line => !line.StartsWith(table, StringComparison.Ordinal)));
}

[TestFixture]
[Category("Slow")]
internal sealed class SqliteRowTamperingTests : RowTamperingTests
{
    protected override Task<TamperedNodes> MakeAsync() => TamperedNodes.OnSqliteAsync();
}

[TestFixture]
[Category("Slow")]
internal sealed class PostgreSqlRowTamperingTests : RowTamperingTests
{
    private PostgreSqlServer _server = null!;

    [OneTimeSetUp]
    public async Task StartServer()
    {
        if (PostgreSqlServer.MissingReason is { } reason) Assert.Ignore(reason);
        _server = await PostgreSqlServer.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopServer()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    protected override Task<TamperedNodes> MakeAsync() => TamperedNodes.OnPostgreSqlAsync(_server);
}
