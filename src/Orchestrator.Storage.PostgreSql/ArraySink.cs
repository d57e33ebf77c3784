using System.Collections.Immutable;
using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using Orchestrator.Storage.Changes;
using Orchestrator.Storage.Sql;

namespace Orchestrator.Storage.PostgreSql;

/// <summary>Gathers the rows of one statement column by column: PostgreSQL takes them as one array for each column, <c>unnest</c> makes rows of them again.</summary>
internal sealed class ArraySink(ImmutableArray<Column> columns) : IColumnSink
{
    private readonly IColumn[] _columns = [.. columns.Select(Make)];
    private int _next;

    public int Rows { get; private set; }

    public ImmutableArray<Column> Columns => columns;

    public void Int64(long? value) => Put(value);

    public void Int32(int? value) => Put(value);

    public void Text(string? value) => Put(value);

    public void Instant(DateTimeOffset? value) => Put<DateTime?>(value is { } instant ? Instants.Stored(instant).UtcDateTime : null);

    public void Flag(bool? value) => Put(value);

    public void Bytes(byte[]? value) => Put(value);

    public void Decimal(decimal? value) => Put(value);

    /// <summary>The arrays as parameters, in the order of the columns.</summary>
    public void AddTo(DbParameterCollection parameters)
    {
        foreach (var column in _columns) parameters.Add(column.ToParameter());
    }

    /// <summary><c>unnest($1::bigint[], $2::text[]) AS r(c1, c2)</c>.</summary>
    public string Unnest()
    {
        var arrays = columns.Select((column, i) => $"${i + 1}::{TypeOf(column.Kind)}[]");
        return $"unnest({string.Join(", ", arrays)}) AS r({string.Join(", ", columns.Select((_, i) => $"c{i + 1}"))})";
    }

    private void Put<T>(T value)
    {
        ((Column<T>)_columns[_next]).Values.Add(value);
        _next++;
        if (_next < _columns.Length) return;
        _next = 0;
        Rows++;
    }

    private static string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Int64 => "bigint",
        ColumnKind.Int32 => "integer",
        ColumnKind.Text => "text",
        ColumnKind.Instant => "timestamptz",
        ColumnKind.Flag => "boolean",
        ColumnKind.Bytes => "bytea",
        _ => "numeric",
    };

    private static IColumn Make(Column column) => column.Kind switch
    {
        ColumnKind.Int64 => new Column<long?>(NpgsqlDbType.Bigint),
        ColumnKind.Int32 => new Column<int?>(NpgsqlDbType.Integer),
        ColumnKind.Text => new Column<string?>(NpgsqlDbType.Text),
        ColumnKind.Instant => new Column<DateTime?>(NpgsqlDbType.TimestampTz),
        ColumnKind.Flag => new Column<bool?>(NpgsqlDbType.Boolean),
        ColumnKind.Bytes => new Column<byte[]?>(NpgsqlDbType.Bytea),
        _ => new Column<decimal?>(NpgsqlDbType.Numeric),
    };

    private interface IColumn
    {
        NpgsqlParameter ToParameter();
    }

    private sealed class Column<T>(NpgsqlDbType type) : IColumn
    {
        public List<T> Values { get; } = [];

        public NpgsqlParameter ToParameter() => new NpgsqlParameter<List<T>> { TypedValue = Values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
