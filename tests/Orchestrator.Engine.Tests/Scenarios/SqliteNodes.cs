using Microsoft.Extensions.Logging.Abstractions;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Storage;
using Orchestrator.Storage.Sqlite;
using Orchestrator.Testing;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>Nodes over one SQLite file, each of which may be told to die.</summary>
internal sealed class SqliteNodes : IScenarioNodes
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scenario-").FullName;
    private readonly Dictionary<EngineNode, EngineStorage> _open = [];

    /// <summary>Where the next node dies, and only that one; never when null.</summary>
    public CrashAt? Crash { get; set; }

    private string File => Path.Combine(_folder, "orchestrator.db");

    private StorageOptions Options => new() { MasterKeyFile = Path.Combine(_folder, "master.key") };

    public static async Task<SqliteNodes> MakeAsync(SqliteNodes? template = null)
    {
        var nodes = new SqliteNodes();
        if (template is null) await SqliteStorage.MigrateAsync(nodes.File, nodes.Options, CancellationToken.None);
        else foreach (var file in Directory.GetFiles(template._folder)) System.IO.File.Copy(file, Path.Combine(nodes._folder, Path.GetFileName(file)));
        return nodes;
    }

    public async Task<EngineNode> OpenAsync(TimeProvider clock)
    {
        // Only the first node of a run dies; the next ones go on to the end.
        var crash = Crash;
        Crash = null;
        var storage = await SqliteStorage.OpenAsync(File, Options, new SqliteWriteGate(), clock, crash ?? ICrashPoints.None, CancellationToken.None);
        var stores = new EngineStores(storage.Store, storage.Work, storage.Messages, storage.Deployments, storage.History, storage.Queries);
        var node = new EngineNode(stores, new EngineOptions { Lanes = 2 }, ItalianCalendars.Default, clock, new SilentSender(), NullLoggerFactory.Instance);
        _open.Add(node, storage);
        return node;
    }

    public async Task CloseAsync(EngineNode node)
    {
        await node.DisposeAsync();
        if (_open.Remove(node, out var storage)) await storage.DisposeAsync();
    }

    public bool IsCrash(Exception failure) => failure is CrashException || failure.InnerException is { } inner && IsCrash(inner);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _open.Keys.ToList()) await CloseAsync(node);
        Directory.Delete(_folder, recursive: true);
    }
}
