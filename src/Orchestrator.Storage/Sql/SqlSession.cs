using System.Data.Common;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Changes;

namespace Orchestrator.Storage.Sql;

/// <summary>Statements on one connection, inside a transaction or alone. Every one passes two crash points.</summary>
internal sealed class SqlSession(DbConnection connection, DbTransaction? transaction, SqlDialect dialect, ICrashPoints crash)
{
    public SqlDialect Dialect => dialect;

    /// <returns>How many rows were changed.</returns>
    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        crash.Pass("before " + sql);
        var changed = await command.ExecuteNonQueryAsync(cancellation);
        crash.Pass("after " + sql);
        return changed;
    }

    public async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        crash.Pass("before " + sql);
        var rows = new List<T>();
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation)) rows.Add(read(reader));
        }
        crash.Pass("after " + sql);
        return rows;
    }

    /// <summary>The first row, or the default when there is none.</summary>
    public async Task<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        var rows = await QueryAsync(sql, read, cancellation, parameters);
        return rows.Count > 0 ? rows[0] : default;
    }

    /// <summary>Writes one row change by itself.</summary>
    /// <returns>How many rows were changed.</returns>
    public Task<int> ApplyAsync(ChangeSpec spec, RowChange change, CancellationToken cancellation)
    {
        var sink = new ParameterSink();
        spec.Bind(change, sink);
        return ExecuteAsync(ChangeSql.Of(spec, i => $"@p{i}"), cancellation, sink.Parameters);
    }

    private DbCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        // The texts are constants of this room; values travel as parameters.
#pragma warning disable CA2100
        command.CommandText = dialect.Render(sql);
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value switch
            {
                null => DBNull.Value,
                DateTimeOffset instant => dialect.Instant(instant),
                decimal number => dialect.Number(number),
                _ => value,
            };
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
