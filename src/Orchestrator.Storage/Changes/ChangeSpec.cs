using System.Collections.Immutable;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Storage.Changes;

internal enum ChangeKind
{
    Insert,

    /// <summary>Must be new: a row that exists leaves the whole member out.</summary>
    InsertContested,

    Upsert,
    Update,

    /// <summary>Must hit a row: none leaves the whole member out.</summary>
    UpdateContested,

    Delete,
    DeleteContested,
}

/// <summary>
/// How one kind of <see cref="RowChange"/> is written, the same for every database: table, key columns, value columns. <see cref="Bind"/> gives the values, keys first.
/// <see cref="Constants"/> are assignments that need no value (<c>worker = NULL</c>).
/// </summary>
internal sealed record ChangeSpec(
    ChangeKind Kind, string Table, ImmutableArray<Column> Keys, ImmutableArray<Column> Values, Action<RowChange, IColumnSink> Bind)
{
    public string? Constants { get; init; }

    public bool IsContested => Kind is ChangeKind.InsertContested or ChangeKind.UpdateContested or ChangeKind.DeleteContested;

    public IEnumerable<Column> Columns => Keys.Concat(Values);

    public static ChangeSpec Of<T>(ChangeKind kind, string table, string keys, string values, Action<T, IColumnSink> bind) where T : RowChange =>
        new(kind, table, Parse(keys), Parse(values), (change, sink) => bind((T)change, sink));

    /// <summary>Columns as <c>name:kind</c>, separated by blanks; a kind is the first letter of <see cref="ColumnKind"/>'s names, small i for a 32-bit number.</summary>
    internal static ImmutableArray<Column> Parse(string columns) =>
    [
        .. columns.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(column => column.Split(':')).Select(parts => new Column(parts[0], parts[1] switch
        {
            "I" => ColumnKind.Int64,
            "i" => ColumnKind.Int32,
            "T" => ColumnKind.Text,
            "@" => ColumnKind.Instant,
            "F" => ColumnKind.Flag,
            "B" => ColumnKind.Bytes,
            "D" => ColumnKind.Decimal,
            var other => throw new ArgumentException($"Expected a kind of column, but found '{other}'.", nameof(columns)),
        })),
    ];
}
