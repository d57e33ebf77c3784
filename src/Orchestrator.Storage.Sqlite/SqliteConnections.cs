using Microsoft.Data.Sqlite;

namespace Orchestrator.Storage.Sqlite;

/// <summary>How connections to the file are made.</summary>
internal static class SqliteConnections
{
    public const string NormalSynchronous = "PRAGMA synchronous = NORMAL";

    /// <summary>
    /// Pages are read from the memory that the system keeps of the file. A connection's own two megabytes hold no inbox of 100 000 tasks, and every commit of the writer would empty a larger one.
    /// </summary>
    public const string Mapped = "PRAGMA mmap_size = 268435456";

    private const int BusySeconds = 30;

    public static string To(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Pooling = true,
        DefaultTimeout = BusySeconds,
        ForeignKeys = true,
    }.ToString();

    /// <summary>An open connection to read.</summary>
    public static async Task<SqliteConnection> OpenReaderAsync(string connectionString, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = Mapped;
            await command.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>WAL is a property of the file; the others belong to this connection.</summary>
    public static void PrepareWriter(SqliteConnection connection, StorageOptions options)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA busy_timeout = 30000;
            PRAGMA cache_size = -65536;
            PRAGMA temp_store = MEMORY;
            PRAGMA wal_autocheckpoint = 2000;
            """;
        command.ExecuteNonQuery();
        if (options.SurvivesLossOfPower) return;
        command.CommandText = NormalSynchronous;
        command.ExecuteNonQuery();
    }
}
