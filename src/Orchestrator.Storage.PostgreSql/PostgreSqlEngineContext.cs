using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Orchestrator.Storage.Model;
using Orchestrator.Storage.Sql;

namespace Orchestrator.Storage.PostgreSql;

/// <summary>The engine's tables on PostgreSQL.</summary>
public sealed class PostgreSqlEngineContext(DbContextOptions<PostgreSqlEngineContext> options) : EngineContext(options)
{
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

    /// <summary>Npgsql takes UTC offsets only, and keeps microseconds.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => Instants.Stored(instant), stored => stored);
}
