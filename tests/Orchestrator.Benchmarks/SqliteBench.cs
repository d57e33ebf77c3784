using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage;
using Orchestrator.Storage.Sqlite;

namespace Orchestrator.Benchmarks;

/// <summary>SQLite with WAL and <c>synchronous=FULL</c>.</summary>
internal static class SqliteBench
{
    public static async Task<IReadOnlyList<Measured>> RunAsync(int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("orchestrator-bench-").FullName;
        try
        {
            var raw = RawCommitsPerSecond(Path.Combine(folder, "raw.db"), seconds);
            var path = Path.Combine(folder, "bench.db");
            var options = new StorageOptions { MasterKeyFile = Path.Combine(folder, "master.key") };
            await SqliteStorage.MigrateAsync(path, options, CancellationToken.None);
            using var gate = new SqliteWriteGate();
            await using var storage = await SqliteStorage.OpenAsync(path, options, gate, TimeProvider.System, ICrashPoints.None, CancellationToken.None);
            return [await OneTask.MeasureAsync("SQLite, WAL, FULL", raw.ToString("N0", CultureInfo.InvariantCulture), storage, seconds, () => Task.FromResult(new FileInfo(path).Length))];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One row, one commit, one after the other: what the disk gives.</summary>
    private static double RawCommitsPerSecond(string path, int seconds)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using (var prepare = connection.CreateCommand())
        {
            prepare.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE raw (id INTEGER PRIMARY KEY, payload BLOB)";
            prepare.ExecuteNonQuery();
        }
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO raw (payload) VALUES (zeroblob(200))";
        var watch = Stopwatch.StartNew();
        var count = 0;
        while (watch.Elapsed.TotalSeconds < seconds / 2.0)
        {
            insert.ExecuteNonQuery();
            count++;
        }
        return count / watch.Elapsed.TotalSeconds;
    }
}
