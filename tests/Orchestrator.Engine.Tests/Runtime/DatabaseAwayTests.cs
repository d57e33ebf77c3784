using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Storage;
using Orchestrator.Storage.PostgreSql;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Engine.Tests.Runtime;

/// <summary>The loops of production over a PostgreSQL server that crashes and comes back, on the real clock.</summary>
[Category("Slow")]
public class DatabaseAwayTests
{
    private PostgreSqlServer _server = null!;

    [OneTimeSetUp]
    public async Task StartServer()
    {
        if (PostgreSqlServer.MissingReason is { } reason) Assert.Ignore(reason);
        _server = await PostgreSqlServer.StartAsync(own: true);
    }

    [OneTimeTearDown]
    public async Task StopServer()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    [Test]
    public async Task A_node_goes_on_when_its_database_comes_back()
    {
        var connectionString = await _server.CreateDatabaseAsync("away") + ";Timeout=5";
        var options = new StorageOptions { MasterKey = Convert.ToBase64String(new byte[32]), DatabaseClock = true };
        await PostgreSqlStorage.MigrateAsync(connectionString, CancellationToken.None);
        await using var storage = await PostgreSqlStorage.OpenAsync(connectionString, options, TimeProvider.System, ICrashPoints.None, CancellationToken.None);
        var log = new LogBook();
        await using var node = new EngineNode(
            storage.Ports, new EngineOptions { Lanes = 2, BusJobTypes = ["apl."] }, ItalianCalendars.Default, TimeProvider.System, new Postbox(), log);
        await using var host = new EngineHost(node);
        await host.StartAsync(CancellationToken.None);
        var deployed = await node.Deployments.DeployAsync([Definitions.Timer("timeDuration", "PT2S")], "ada", CancellationToken.None);
        Assert.That(deployed.Rejection, Is.Null);
        var before = await node.Instances.StartAsync(Guid.CreateVersion7(), Office.Ada, "timer", null, FeelContext.Empty, CancellationToken.None);

        await _server.CrashAsync();
        // The timer falls due while nobody can be asked, and a command meets the hole.
        var request = Guid.CreateVersion7();
        Assert.That(async () => await StartAsync(node, request), Throws.Exception, "a command while the database is away is told so");
        await EngineHostTests.UntilAsync("a loop has met the hole", () => Task.FromResult(log.Entries.Any(entry => entry.Id == 2104)));
        await _server.StartAgainAsync();

        InstanceId? again = null;
        await EngineHostTests.UntilAsync("the same request is accepted", async () =>
        {
            try
            {
                again = (await StartAsync(node, request)).Acceptance?.Instance;
            }
#pragma warning disable CA1031 // A connection of the pool that broke shows itself in many ways.
            catch (Exception)
#pragma warning restore CA1031
            {
                return false;
            }
            return again is not null;
        });
        foreach (var instance in (InstanceId[])[before.Acceptance!.Instance, again!.Value])
        {
            await EngineHostTests.UntilAsync("its timer has fired", async () => (await node.Queries.InstanceAsync(instance, CancellationToken.None))!.State == InstanceRowState.Completed);
            Assert.That((await node.History.PageAsync(instance, 0, 100, CancellationToken.None)).Count(one => one.Event is InstanceEvent.TimerFired), Is.EqualTo(1));
        }
        var all = await node.Queries.InstancesAsync(new InstanceQuery(), CancellationToken.None);
        Assert.That(all.Items, Has.Count.EqualTo(2), "the repeated request started one instance");
    }

    private static Task<SubmitResult> StartAsync(EngineNode node, Guid request) =>
        node.Instances.StartAsync(request, Office.Ada, "timer", null, FeelContext.Empty, CancellationToken.None);
}
