using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Orchestrator.Storage.Sql;
using SQLitePCL;

namespace Orchestrator.Storage.Sqlite;

/// <summary>SQLite: instants are whole microseconds since 1970 in an integer, one writer, no row locks.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    /// <summary>Numbers of search columns are texts, in the form EF Core gives them, so that equal numbers are equal texts.</summary>
    public const string NumberFormat = "0.0###########################";

    protected override string SkipLocked => "";

    public override object Instant(DateTimeOffset instant) => Instants.Floor(instant);

    public override DateTimeOffset ReadInstant(DbDataReader reader, int column) => Instants.OfMicros(reader.GetInt64(column));

    public override object Number(decimal number) => number.ToString(NumberFormat, CultureInfo.InvariantCulture);

    public override decimal ReadNumber(DbDataReader reader, int column) => decimal.Parse(reader.GetString(column), NumberStyles.Float, CultureInfo.InvariantCulture);

    public override bool IsUniqueViolation(Exception failure) =>
        failure is SqliteException { SqliteErrorCode: raw.SQLITE_CONSTRAINT };
}
