namespace Orchestrator.Storage.Changes;

/// <summary>What a column holds; each database maps it to its own type.</summary>
internal enum ColumnKind
{
    Int64,
    Int32,
    Text,
    Instant,
    Flag,
    Bytes,
    Decimal,
}

internal readonly record struct Column(string Name, ColumnKind Kind);

/// <summary>Takes the values of one row, in the order of the columns, without boxing them: a prepared statement, or one array per column.</summary>
internal interface IColumnSink
{
    void Int64(long? value);

    void Int32(int? value);

    void Text(string? value);

    /// <summary>Rounded up to the microsecond: what the databases keep. Up, so that nothing is due before its event says so.</summary>
    void Instant(DateTimeOffset? value);

    void Flag(bool? value);

    void Bytes(byte[]? value);

    void Decimal(decimal? value);
}
