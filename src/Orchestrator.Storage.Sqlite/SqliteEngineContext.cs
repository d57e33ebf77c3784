using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Orchestrator.Storage.Model;
using Orchestrator.Storage.Sql;

namespace Orchestrator.Storage.Sqlite;

/// <summary>The engine's tables on SQLite.</summary>
public sealed class SqliteEngineContext(DbContextOptions<SqliteEngineContext> options) : EngineContext(options)
{
    internal override bool LikeIgnoresCase => true;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosConverter>();

    /// <summary>SQLite cannot compare its own texts of instants with offsets; whole microseconds sort and compare.</summary>
    private sealed class MicrosConverter() : ValueConverter<DateTimeOffset, long>(instant => Instants.Micros(instant), micros => Instants.OfMicros(micros));
}
