using Orchestrator.Engine.Ports;
using Orchestrator.Storage;
using Orchestrator.Storage.Sqlite;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>Nodes over one SQLite file.</summary>
internal sealed class SqliteNodes : DatabaseNodes
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scenario-").FullName;

    private SqliteNodes() { }

    private string File => Path.Combine(_folder, "orchestrator.db");

    private StorageOptions Options => new() { MasterKeyFile = Path.Combine(_folder, "master.key") };

    /// <summary>An empty database with its schema: a new one, or a copy of the template, which is quicker.</summary>
    public static async Task<SqliteNodes> MakeAsync(SqliteNodes? template = null)
    {
        var nodes = new SqliteNodes();
        if (template is null) await SqliteStorage.MigrateAsync(nodes.File, nodes.Options, CancellationToken.None);
        else foreach (var file in Directory.GetFiles(template._folder)) System.IO.File.Copy(file, Path.Combine(nodes._folder, Path.GetFileName(file)));
        return nodes;
    }

    protected override Task<EngineStorage> OpenStorageAsync(TimeProvider clock, ICrashPoints crash) =>
        SqliteStorage.OpenAsync(File, Options, new SqliteWriteGate(), clock, crash, CancellationToken.None);

    protected override Task DropAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
