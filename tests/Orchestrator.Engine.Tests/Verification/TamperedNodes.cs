using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Storage;
using Orchestrator.Storage.PostgreSql;
using Orchestrator.Storage.Sqlite;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Engine.Tests.Verification;

/// <summary>Nodes over one database that somebody else can write too. Snapshots are taken often, so that states are read from them.</summary>
internal abstract class TamperedNodes : IScenarioNodes
{
    private readonly Dictionary<EngineNode, EngineStorage> _open = [];

    public static async Task<TamperedNodes> OnSqliteAsync()
    {
        var nodes = new SqliteFile();
        await SqliteStorage.MigrateAsync(nodes.Path, nodes.Options, CancellationToken.None);
        return nodes;
    }

    public static async Task<TamperedNodes> OnPostgreSqlAsync(PostgreSqlServer server)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"tampered_{Environment.ProcessId}_{Guid.NewGuid():N}");
        var nodes = new Server(server, name, await server.CreateDatabaseAsync(name));
        await PostgreSqlStorage.MigrateAsync(nodes.ConnectionString, CancellationToken.None);
        return nodes;
    }

    /// <summary>A connection of the other one's.</summary>
    public abstract DbConnection Connect();

    public async Task<EngineNode> OpenAsync(TimeProvider clock)
    {
        var storage = await OpenStorageAsync(clock);
        var node = new EngineNode(storage.Ports, new EngineOptions { Lanes = 2, SnapshotEvery = 8 }, ItalianCalendars.Default, clock, new SilentSender(), NullLoggerFactory.Instance);
        _open.Add(node, storage);
        return node;
    }

    public async Task CloseAsync(EngineNode node)
    {
        await node.DisposeAsync();
        if (_open.Remove(node, out var storage)) await storage.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _open.Keys.ToList()) await CloseAsync(node);
        await DropAsync();
    }

    protected abstract Task<EngineStorage> OpenStorageAsync(TimeProvider clock);

    protected abstract Task DropAsync();

    private sealed class SqliteFile : TamperedNodes
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("tampered-").FullName;

        public string Path => System.IO.Path.Combine(_folder, "orchestrator.db");

        public StorageOptions Options => new() { MasterKeyFile = System.IO.Path.Combine(_folder, "master.key") };

        public override DbConnection Connect() => new SqliteConnection($"Data Source={Path};Pooling=false");

        protected override Task<EngineStorage> OpenStorageAsync(TimeProvider clock) =>
            SqliteStorage.OpenAsync(Path, Options, new SqliteWriteGate(), clock, ICrashPoints.None, CancellationToken.None);

        protected override Task DropAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return Task.CompletedTask;
        }
    }

    private sealed class Server(PostgreSqlServer server, string name, string connectionString) : TamperedNodes
    {
        private static readonly StorageOptions s_options = new() { MasterKey = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]) };

        public string ConnectionString => connectionString;

        public override DbConnection Connect() => new NpgsqlConnection(connectionString + ";Pooling=false");

        protected override Task<EngineStorage> OpenStorageAsync(TimeProvider clock) =>
            PostgreSqlStorage.OpenAsync(connectionString, s_options, clock, ICrashPoints.None, CancellationToken.None);

        protected override Task DropAsync() => server.DropDatabaseAsync(name);
    }
}
