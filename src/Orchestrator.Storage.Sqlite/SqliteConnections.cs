using Microsoft.Data.Sqlite;

namespace Orchestrator.Storage.Sqlite;

/// <summary>How connections to the file are made.</summary>
internal static class SqliteConnections
{
    public const string NormalSynchronous = "PRAGMA synchronous = NORMAL";

    private const int BusySeconds = 30;

    public static string To(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Pooling = true,
        DefaultTimeout = BusySeconds,
        ForeignKeys = true,
    }.ToString();

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
