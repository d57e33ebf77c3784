using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Orchestrator.Storage.Changes;
using Orchestrator.Storage.Sql;
using SQLitePCL;

namespace Orchestrator.Storage.Sqlite;

/// <summary>One prepared statement of the commit path: bound and run again and again without an allocation (design §8.15). Used under the write gate alone.</summary>
internal sealed class SqliteStatement : IColumnSink, IDisposable
{
    private const int StackBytes = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _next = 1;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
        Before = "before " + sql;
        After = "after " + sql;
    }

    /// <summary>Names of the crash points around it.</summary>
    public string Before { get; }

    public string After { get; }

    public void Int64(long? value) => Check(value is { } number ? raw.sqlite3_bind_int64(_statement, _next++, number) : raw.sqlite3_bind_null(_statement, _next++));

    public void Int32(int? value) => Check(value is { } number ? raw.sqlite3_bind_int(_statement, _next++, number) : raw.sqlite3_bind_null(_statement, _next++));

    public void Instant(DateTimeOffset? value) => Int64(value is { } instant ? Instants.Micros(instant) : null);

    public void Flag(bool? value) => Int32(value is { } flag ? (flag ? 1 : 0) : null);

    public void Bytes(byte[]? value) => Check(value is null ? raw.sqlite3_bind_null(_statement, _next++) : raw.sqlite3_bind_blob(_statement, _next++, value));

    public void Decimal(decimal? value) => Text(value?.ToString(SqliteDialect.NumberFormat, CultureInfo.InvariantCulture));

    public void Text(string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(_statement, _next++));
            return;
        }
        Span<byte> stack = stackalloc byte[StackBytes];
        var size = Encoding.UTF8.GetByteCount(value);
        var utf8 = size <= StackBytes ? stack[..size] : new byte[size];
        Encoding.UTF8.GetBytes(value, utf8);
        Check(raw.sqlite3_bind_text(_statement, _next++, utf8));
    }

    /// <summary>Runs it to the end and makes it ready to be bound again.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        var result = raw.sqlite3_step(_statement);
        var changed = result == raw.SQLITE_DONE ? raw.sqlite3_changes(_database) : 0;
        Reset();
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW)) Check(result);
        return changed;
    }

    /// <summary>Runs a query of integers and gives the first row, or null.</summary>
    public long[]? FirstRow(int columns)
    {
        var result = raw.sqlite3_step(_statement);
        long[]? row = null;
        if (result == raw.SQLITE_ROW)
        {
            row = new long[columns];
            for (var i = 0; i < columns; i++) row[i] = raw.sqlite3_column_int64(_statement, i);
        }
        Reset();
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW)) Check(result);
        return row;
    }

    public void Dispose() => _statement.Dispose();

    private void Reset()
    {
        // The result of the step is reported by the step; reset repeats it.
        _ = raw.sqlite3_reset(_statement);
        _next = 1;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, _database);
    }
}
