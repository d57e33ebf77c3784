using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage;
using Orchestrator.Storage.PostgreSql;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Benchmarks;

/// <summary>PostgreSQL with fsync and <c>synchronous_commit=on</c>, on the same machine.</summary>
internal static partial class PostgreSqlBench
{
    public static async Task<IReadOnlyList<Measured>> RunAsync(int seconds)
    {
        if (PostgreSqlServer.BinariesFolder is null)
        {
            Console.Error.WriteLine(PostgreSqlServer.MissingReason);
            return [];
        }
        await using var server = await PostgreSqlServer.StartAsync(durable: true);
        var raw = await server.CreateDatabaseAsync("raw");
        await ExecuteAsync(raw, "CREATE TABLE raw (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload bytea)");
        var (one, sixteen) = (await PgBenchAsync(raw, 1, seconds), await PgBenchAsync(raw, 16, seconds));
        var bench = await server.CreateDatabaseAsync("bench");
        await PostgreSqlStorage.MigrateAsync(bench, CancellationToken.None);
        var options = new StorageOptions { MasterKey = Convert.ToBase64String(new byte[32]), DatabaseClock = true };
        await using var storage = await PostgreSqlStorage.OpenAsync(bench, options, TimeProvider.System, ICrashPoints.None, CancellationToken.None);
        var rates = string.Create(CultureInfo.InvariantCulture, $"pgbench {one:N0} (1 client), {sixteen:N0} (16)");
        return [await OneTask.MeasureAsync("PostgreSQL 15", rates, storage, seconds, () => SizeAsync(bench))];
    }

    private static async Task<double> PgBenchAsync(string database, int clients, int seconds)
    {
        var parts = new NpgsqlConnectionStringBuilder(database);
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, "INSERT INTO raw (payload) VALUES (decode(repeat('00', 200), 'hex'));\n");
        try
        {
            var program = Path.Combine(PostgreSqlServer.BinariesFolder!, "pgbench");
            if (!File.Exists(program)) program = "pgbench";
            var start = new ProcessStartInfo(program,
                ["-n", "-f", script, "-M", "prepared", "-c", $"{clients}", "-j", "2", "-T", $"{Math.Max(1, seconds / 2)}", "-h", "127.0.0.1", "-p", $"{parts.Port}", "-U", "postgres", parts.Database!])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            var rate = Tps().Match(output);
            return rate.Success ? double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture) : throw new InvalidOperationException($"pgbench said nothing of its rate: {await errors}");
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static async Task<long> SizeAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pg_database_size(current_database())", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
#pragma warning disable CA2100 // A constant of this file.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Tps();
}
