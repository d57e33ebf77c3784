using Npgsql;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage;
using Orchestrator.Storage.PostgreSql;

namespace Orchestrator.Hosting.Composition;

/// <summary>A server database.</summary>
internal sealed class PostgreSqlChoice(string connectionString, StorageOptions options, TimeProvider time) : IDatabase
{
    public string Description
    {
        get
        {
            var parts = new NpgsqlConnectionStringBuilder(connectionString);
            return $"PostgreSQL, {parts.Database} on {parts.Host}:{parts.Port}";
        }
    }

    public Task MigrateAsync(CancellationToken cancellation) => PostgreSqlStorage.MigrateAsync(connectionString, cancellation);

    public Task<EngineStorage> OpenAsync(CancellationToken cancellation) =>
        PostgreSqlStorage.OpenAsync(connectionString, options, time, ICrashPoints.None, cancellation);
}
