using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Server.Tests.Kill;

/// <summary>The database of one run, looked at with connections of the test's own: never through the program.</summary>
internal sealed class RunDatabase : IAsyncDisposable
{
    private static readonly string[] s_proof =
    [
        "instance, subject, version, head_hash FROM engine_instances",
        "subject, wrapped_key, erased_at FROM engine_subjects",
        "instance, first_seq, count, at, actor, command_id, prev_hash, hash, payload FROM engine_history",
    ];

    private readonly PostgreSqlServer? _server;
    private readonly string _name;
    private readonly string _folder;
    private readonly string _connectionString;

    private RunDatabase(PostgreSqlServer? server, string name, string folder, string connectionString)
    {
        _server = server;
        _name = name;
        _folder = folder;
        _connectionString = connectionString;
    }

    public Dictionary<string, string> Settings => _server is null
        ? []
        : new() { ["Database__Provider"] = "postgresql", ["Database__ConnectionString"] = _connectionString };

    /// <param name="server">Null for SQLite in the data folder.</param>
    /// <param name="folder">The run's own.</param>
    public static async Task<RunDatabase> MakeAsync(PostgreSqlServer? server, string folder)
    {
        if (server is null) return new(null, "", folder, $"Data Source={Path.Combine(folder, "data", "orchestrator.db")};Mode=ReadOnly;Pooling=false");
        var name = $"kill_{Guid.NewGuid():N}";
        return new(server, name, folder, await server.CreateDatabaseAsync(name));
    }

    /// <summary>The single number of a query; -1 while there is no schema to ask.</summary>
    public async Task<long> CountAsync(string sql)
    {
        try
        {
            await using var connection = await OpenAsync();
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are those of these tests.
            command.CommandText = sql;
#pragma warning restore CA2100
            return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (DbException)
        {
            return -1;
        }
    }

    /// <summary>The rows of a query, each value as text; none while there is no schema to ask.</summary>
    public async Task<IReadOnlyList<string[]>> RowsAsync(string sql)
    {
        try
        {
            await using var connection = await OpenAsync();
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are those of these tests.
            command.CommandText = sql;
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string[]>();
            while (await reader.ReadAsync())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture) ?? "")]);
            return rows;
        }
        catch (DbException)
        {
            return [];
        }
    }

    /// <summary>A SQLite file that the reference verifier reads: the database itself, or the tables of the proof copied row by row out of PostgreSQL.</summary>
    public async Task<string> ProofAsync()
    {
        if (_server is null) return Path.Combine(_folder, "data", "orchestrator.db");
        var file = Path.Combine(_folder, $"proof-{Guid.NewGuid():N}.db");
        await using var source = await OpenAsync();
        await using var copy = new SqliteConnection($"Data Source={file};Pooling=false");
        await copy.OpenAsync();
        foreach (var table in s_proof) await CopyAsync(source, copy, table);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DropDatabaseAsync(_name);
    }

#pragma warning disable CA2100 // The texts are those of this class.
    private static async Task CopyAsync(DbConnection source, SqliteConnection copy, string table)
    {
        var parts = table.Split(" FROM ");
        await using var read = source.CreateCommand();
        read.CommandText = $"SELECT {table}";
        await using var reader = await read.ExecuteReaderAsync();
        await using (var make = copy.CreateCommand())
        {
            make.CommandText = $"CREATE TABLE {parts[1]} ({parts[0]})";
            await make.ExecuteNonQueryAsync();
        }
        while (await reader.ReadAsync())
        {
            await using var write = copy.CreateCommand();
            write.CommandText = $"INSERT INTO {parts[1]} VALUES ({string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(i => $"@p{i}"))})";
            for (var i = 0; i < reader.FieldCount; i++) write.Parameters.AddWithValue($"@p{i}", reader.GetValue(i));
            await write.ExecuteNonQueryAsync();
        }
    }
#pragma warning restore CA2100

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = _server is null ? new SqliteConnection(_connectionString) : new NpgsqlConnection(_connectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
