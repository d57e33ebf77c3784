using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Storage;
using Orchestrator.Storage.Sqlite;

namespace Orchestrator.Hosting.Composition;

/// <summary>The embedded database: a file.</summary>
internal sealed class SqliteChoice(Places places, StorageOptions options, SqliteWriteGate gate, TimeProvider time) : IDatabase
{
    public string Description => $"SQLite, {places.DatabaseFile}";

    public Task MigrateAsync(CancellationToken cancellation) => SqliteStorage.MigrateAsync(places.DatabaseFile, options, cancellation);

    public Task<EngineStorage> OpenAsync(CancellationToken cancellation) =>
        SqliteStorage.OpenAsync(places.DatabaseFile, options, gate, time, ICrashPoints.None, cancellation);
}
