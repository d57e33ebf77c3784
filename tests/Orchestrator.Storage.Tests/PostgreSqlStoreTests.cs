using System.Globalization;
using Npgsql;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.PostgreSql;
using Orchestrator.Storage.Tests.Conformance;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Storage.Tests;

[TestFixture]
[Category("Slow")]
public sealed class PostgreSqlStoreTests : StoreConformance
{
    private static readonly StorageOptions _options = new() { MasterKey = Convert.ToBase64String(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray()) };

    private PostgreSqlServer _server = null!;
    private string _name = "";
    private string _connectionString = "";
    private int _databases;

    private static string Template => $"orchestrator_template_{Environment.ProcessId}";

    [OneTimeSetUp]
    public async Task StartServer()
    {
        if (PostgreSqlServer.MissingReason is { } reason) Assert.Ignore(reason);
        _server = await PostgreSqlServer.StartAsync();
        var template = await _server.CreateDatabaseAsync(Template);
        await PostgreSqlStorage.MigrateAsync(template, None);
        NpgsqlConnection.ClearAllPools();
    }

    [OneTimeTearDown]
    public async Task StopServer()
    {
        if (_server is null) return;
        await _server.DropDatabaseAsync(Template);
        await _server.DisposeAsync();
    }

    protected override async Task CreateAsync()
    {
        _name = string.Create(CultureInfo.InvariantCulture, $"orchestrator_{Environment.ProcessId}_{++_databases}");
        _connectionString = await _server.CreateDatabaseAsync(_name, Template);
    }

    protected override Task<EngineStorage> OpenNodeAsync(ICrashPoints crash) => PostgreSqlStorage.OpenAsync(_connectionString, _options, Time, crash, None);

    protected override async Task<int> TamperAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString + ";Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // The texts are those of the tests.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync();
    }

    protected override Task DropAsync() => _server.DropDatabaseAsync(_name);
}
