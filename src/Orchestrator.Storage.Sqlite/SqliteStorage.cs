using Microsoft.Data.Sqlite;
using Orchestrator.Cases;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Accounts;
using SQLitePCL;

namespace Orchestrator.Storage.Sqlite;

/// <summary>The embedded database: one file for engine, cases and accounts.</summary>
public static class SqliteStorage
{
    /// <summary>Creates the file when there is none and brings its schema up to date, for all three contexts.</summary>
    /// <exception cref="StorageStartException">The file is locked, the disk is full, or the schema is newer than this program; one sentence says what to do.</exception>
    public static async Task MigrateAsync(string path, StorageOptions options, CancellationToken cancellation)
    {
        try
        {
            await ProbeAsync(path, options, cancellation);
            using var turn = await SchemaTurn.TakeAsync(path, options.StartPatience, cancellation);
            await using (var engine = new SqliteEngineContext(SqliteContexts.Engine(path)))
                await Schema.ApplyAsync(engine, path, cancellation);
            await using (var cases = new CasesContext(SqliteContexts.Cases(path)))
                await Schema.ApplyAsync(cases, path, cancellation);
            await using (var accounts = new AccountsContext(SqliteContexts.Accounts(path)))
                await Schema.ApplyAsync(accounts, path, cancellation);
        }
        catch (SqliteException failure)
        {
            throw Explain(path, failure);
        }
    }

    /// <summary>Opens the engine's ports on a file whose schema is up to date.</summary>
    /// <param name="gate">The file's write gate: one for each file in a process, shared with whoever else writes to it.</param>
    /// <exception cref="StorageStartException">The file cannot be used, or the master key is not its own.</exception>
    public static async Task<EngineStorage> OpenAsync(
        string path, StorageOptions options, SqliteWriteGate gate, TimeProvider time, ICrashPoints crash, CancellationToken cancellation)
    {
        try
        {
            var database = new SqliteDatabase(path, options, gate, crash);
            try
            {
                SqliteCommitter? committer = null;
                return await EngineStorage.OpenAsync(database, options, time, tools => committer = new SqliteCommitter(database, tools, crash), Close, cancellation);

                async ValueTask Close()
                {
                    // Whoever writes at this moment ends first: the connection is not taken from under a transaction. A gate that its host has closed lets nobody write.
                    await using var turn = gate.IsClosed ? null : await gate.EnterAsync(CancellationToken.None);
                    committer?.Dispose();
                    database.Dispose();
                }
            }
            catch
            {
                database.Dispose();
                throw;
            }
        }
        catch (SqliteException failure)
        {
            throw Explain(path, failure);
        }
    }

    /// <summary>A write that changes nothing of worth: it meets a lock or a full disk now, with a short wait, instead of in the middle of a migration.</summary>
    private static async Task ProbeAsync(string path, StorageOptions options, CancellationToken cancellation)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(SqliteConnections.To(path)) { Pooling = false }.ToString());
        connection.DefaultTimeout = (int)options.StartPatience.TotalSeconds;
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE; CREATE TABLE engine_probe (x); INSERT INTO engine_probe VALUES (zeroblob(65536)); DROP TABLE engine_probe; COMMIT;";
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static StorageStartException Explain(string path, SqliteException failure)
    {
        var sentence = failure.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"The database {path} is locked by another program: stop that program (or the copy of this one that still runs) and start again.",
            raw.SQLITE_FULL => $"The disk that holds {path} is full: free some space and start again; nothing was lost.",
            raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
                $"The database {path} cannot be opened for writing: check that the folder exists and that this account may write the file and its folder.",
            raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => $"The file {path} is not a sound SQLite database: restore it from your backup.",
            _ => $"The database {path} cannot be used ({failure.Message}): check the disk that holds it and start again.",
        };
        return new StorageStartException(sentence, failure);
    }
}
