using Microsoft.Data.Sqlite;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Sqlite;
using Orchestrator.Storage.Tests.Conformance;

namespace Orchestrator.Storage.Tests;

[TestFixture]
public sealed class SqliteStoreTests : StoreConformance
{
    private static readonly Lazy<Task<string>> _template = new(MakeTemplateAsync);

    private readonly SqliteWriteGate _gate = new();
    private string _folder = "";

    private string Path => System.IO.Path.Combine(_folder, "orchestrator.db");

    private StorageOptions Options => new() { MasterKeyFile = System.IO.Path.Combine(_folder, "master.key") };

    protected override async Task CreateAsync()
    {
        _folder = Directory.CreateTempSubdirectory("orchestrator-store-").FullName;
        File.Copy(await _template.Value, Path);
    }

    protected override Task<EngineStorage> OpenNodeAsync(ICrashPoints crash) => SqliteStorage.OpenAsync(Path, Options, _gate, Time, crash, None);

    protected override async Task<int> TamperAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are those of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync();
    }

    protected override Task DropAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        _gate.Dispose();
        if (_template.IsValueCreated) Directory.Delete(System.IO.Path.GetDirectoryName(await _template.Value)!, recursive: true);
    }

    /// <summary>Migrating takes longer than most tests: the schema is made once and copied.</summary>
    private static async Task<string> MakeTemplateAsync()
    {
        var path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("orchestrator-template-").FullName, "template.db");
        await SqliteStorage.MigrateAsync(path, new StorageOptions(), None);
        SqliteConnection.ClearAllPools();
        return path;
    }
}
