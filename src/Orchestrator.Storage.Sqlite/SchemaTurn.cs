using Microsoft.Data.Sqlite;

namespace Orchestrator.Storage.Sqlite;

/// <summary>
/// One program at a time changes the schema of a file. The operating system holds the turn (a lock on a file beside the database) and takes it back from a program that
/// dies; what such a program left in the table by which EF Core keeps turns would stop every later start, and is removed.
/// </summary>
internal sealed class SchemaTurn : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private SchemaTurn(FileStream file) => _file = file;

    /// <exception cref="StorageStartException">Another program has the turn and keeps it longer than <paramref name="patience"/>.</exception>
    public static async Task<SchemaTurn> TakeAsync(string path, TimeSpan patience, CancellationToken cancellation)
    {
        var turn = new SchemaTurn(await LockAsync(path, patience, cancellation));
        try
        {
            await ForgetTheDeadAsync(path, cancellation);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    private static async Task<FileStream> LockAsync(string path, TimeSpan patience, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += s_pause)
        {
            try
            {
                // Kept when it is done: two programs must never lock two files of the same name.
                return new FileStream(path + ".schema", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < patience)
            {
#pragma warning disable RS0030 // A start waits on the real clock, before there is any other.
                await Task.Delay(s_pause, cancellation);
#pragma warning restore RS0030
            }
            catch (IOException held)
            {
                throw new StorageStartException($"The schema of {path} is being changed by another program: stop that program (or the copy of this one that still starts) and start again.", held);
            }
        }
    }

    private static async Task ForgetTheDeadAsync(string path, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(SqliteConnections.To(path)) { Pooling = false }.ToString());
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";
        if ((long)(await command.ExecuteScalarAsync(cancellation))! == 0) return;
        command.CommandText = "DELETE FROM \"__EFMigrationsLock\"";
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
