using System.Data.Common;

namespace Orchestrator.Storage.Sql;

/// <summary>Columns that may be null, read by position.</summary>
internal static class SqlReading
{
    public static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? IntOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public static byte[] Bytes(this DbDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);

    public static byte[]? BytesOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    public static Guid Identifier(this DbDataReader reader, int column) => new(reader.GetFieldValue<byte[]>(column), bigEndian: true);

    public static DateTimeOffset? InstantOrNull(this SqlDialect dialect, DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : dialect.ReadInstant(reader, column);
}
