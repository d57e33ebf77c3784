using System.Globalization;
using Npgsql;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage;
using Orchestrator.Storage.PostgreSql;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>Nodes over one database of a PostgreSQL server.</summary>
internal sealed class PostgreSqlNodes : DatabaseNodes
{
    private static readonly StorageOptions s_options = new() { MasterKey = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]) };
    private static int s_count;

    private readonly PostgreSqlServer _server;
    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"scenario_{Environment.ProcessId}_{Interlocked.Increment(ref s_count)}");
    private string _connectionString = "";

    private PostgreSqlNodes(PostgreSqlServer server) => _server = server;

    /// <summary>An empty database with its schema: a new one, or a copy of the template, which is quicker and must have no open node.</summary>
    public static async Task<PostgreSqlNodes> MakeAsync(PostgreSqlServer server, PostgreSqlNodes? template = null)
    {
        var nodes = new PostgreSqlNodes(server);
        nodes._connectionString = await server.CreateDatabaseAsync(nodes._name, template?._name);
        if (template is not null) return nodes;
        await PostgreSqlStorage.MigrateAsync(nodes._connectionString, CancellationToken.None);
        NpgsqlConnection.ClearAllPools(); // a template must have no connection
        return nodes;
    }

    // The manual clock decides what is due, not the server's own.
    protected override Task<EngineStorage> OpenStorageAsync(TimeProvider clock, ICrashPoints crash) =>
        PostgreSqlStorage.OpenAsync(_connectionString, s_options, clock, crash, CancellationToken.None);

    protected override Task DropAsync() => _server.DropDatabaseAsync(_name);
}
