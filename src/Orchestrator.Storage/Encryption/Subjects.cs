using Orchestrator.Interpreter;
using Orchestrator.Storage.Sql;

namespace Orchestrator.Storage.Encryption;

/// <summary>
/// Lawful ends. Erasing a subject destroys its data key: its payloads, snapshots and search columns can be read by no one, and every chain still verifies.
/// Purging removes the rows of an ended instance and leaves a tombstone that the next seal lists. Copies in backups end with the backups (docs/storage.md).
/// </summary>
public sealed class Subjects
{
    private readonly SqlDatabase _database;
    private readonly DataKeys _keys;

    internal Subjects(SqlDatabase database, DataKeys keys)
    {
        _database = database;
        _keys = keys;
    }

    /// <summary>Destroys the key. Instances of the subject cannot be continued afterwards.</summary>
    /// <returns>False when there was no key to destroy.</returns>
    public async Task<bool> EraseAsync(long subject, DateTimeOffset at, CancellationToken cancellation)
    {
        if (subject == MessageCipher.Subject) throw new ArgumentException("Expected the subject of an instance, but this is the key of what is in transit.", nameof(subject));
        var erased = await _database.WriteAsync(async session =>
        {
            var hit = await session.ExecuteAsync(
                "UPDATE engine_subjects SET wrapped_key = NULL, erased_at = @at WHERE subject = @subject AND wrapped_key IS NOT NULL", cancellation, ("at", at), ("subject", subject));
            await session.ExecuteAsync(
                "DELETE FROM engine_search_variables WHERE instance IN (SELECT instance FROM engine_instances WHERE subject = @subject)", cancellation, ("subject", subject));
            // Nobody can read them any more; there is no history that their bytes belong to the chain of.
            await session.ExecuteAsync(
                "DELETE FROM engine_attachments WHERE instance IN (SELECT instance FROM engine_instances WHERE subject = @subject)", cancellation, ("subject", subject));
            return hit == 1;
        }, cancellation);
        _keys.Forget(subject);
        return erased;
    }

    /// <summary>Removes an ended instance with everything it left, its key included when nobody else uses it.</summary>
    /// <param name="reason">The lawful ground; kept in the tombstone.</param>
    /// <returns>False when there is no such instance or it has not ended.</returns>
    public Task<bool> PurgeAsync(InstanceId instance, string reason, DateTimeOffset at, CancellationToken cancellation) =>
        _database.WriteAsync(async session =>
        {
            var buried = await session.ExecuteAsync("""
                INSERT INTO engine_tombstones (instance, last_seq, head_hash, purged_at, reason, is_sealed)
                SELECT instance, version, head_hash, @at, @reason, FALSE FROM engine_instances WHERE instance = @instance AND ended_at IS NOT NULL
                """, cancellation, ("at", at), ("reason", reason), ("instance", instance.Number));
            if (buried == 0) return false;
            (string, object?)[] range = [("from", instance.Number << ScopeKey.CounterBits), ("to", (instance.Number + 1) << ScopeKey.CounterBits)];
            await session.ExecuteAsync("DELETE FROM engine_drafts WHERE task >= @from AND task < @to", cancellation, range);
            foreach (var table in (string[])["engine_process_scopes", "engine_tasks", "engine_timers", "engine_jobs", "engine_subscriptions", "engine_incidents"])
                await session.ExecuteAsync($"DELETE FROM {table} WHERE key >= @from AND key < @to", cancellation, range);
            await session.ExecuteAsync("""
                DELETE FROM engine_subjects WHERE subject = (SELECT subject FROM engine_instances WHERE instance = @instance)
                    AND NOT EXISTS (SELECT 1 FROM engine_instances i WHERE i.subject = engine_subjects.subject AND i.instance <> @instance)
                """, cancellation, ("instance", instance.Number));
            foreach (var table in (string[])["engine_history", "engine_snapshots", "engine_search_variables", "engine_start_reservations", "engine_attachments", "engine_instances"])
                await session.ExecuteAsync($"DELETE FROM {table} WHERE instance = @instance", cancellation, ("instance", instance.Number));
            return true;
        }, cancellation);
}
