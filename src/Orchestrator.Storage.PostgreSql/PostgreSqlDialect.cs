using System.Data.Common;
using Npgsql;
using Orchestrator.Storage.Sql;

namespace Orchestrator.Storage.PostgreSql;

/// <summary>PostgreSQL: instants are <c>timestamptz</c>, claims pass over locked rows, and due-ness can be the database's own clock's.</summary>
internal sealed class PostgreSqlDialect(bool databaseClock) : SqlDialect
{
    protected override string SkipLocked => "FOR UPDATE SKIP LOCKED";

    protected override string Now => databaseClock ? "now()" : base.Now;

    // The engine's clock gives the length of the claim, the database's clock its start.
    protected override string Until => databaseClock ? "now() + (@until - @now)" : base.Until;

    // Npgsql writes UTC only.
    public override object Instant(DateTimeOffset instant) => Instants.OfMicros(Instants.Floor(instant)).UtcDateTime;

    public override DateTimeOffset ReadInstant(DbDataReader reader, int column) => new(reader.GetDateTime(column), TimeSpan.Zero);

    public override object Number(decimal number) => number;

    public override decimal ReadNumber(DbDataReader reader, int column) => reader.GetDecimal(column);

    public override bool IsUniqueViolation(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
