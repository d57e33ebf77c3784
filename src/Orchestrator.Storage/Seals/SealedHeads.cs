using Orchestrator.Interpreter;
using Orchestrator.Storage.History;
using Orchestrator.Storage.Sql;

namespace Orchestrator.Storage.Seals;

/// <summary>What seals and verifications read from the database.</summary>
public sealed class SealedHeads
{
    private const int HeadsAtOnce = 500;

    private readonly SqlDatabase _database;

    internal SealedHeads(SqlDatabase database) => _database = database;

    /// <summary>Heads that moved since they were last marked as sealed, tombstones not sealed yet and the number of instances, all at one moment.</summary>
    internal Task<(List<SealedHead> Heads, List<Tombstone> Tombstones, long Instances)> ChangedAsync(CancellationToken cancellation) =>
        _database.ReadConsistentAsync(async session => (
            await session.QueryAsync(
                "SELECT instance, version, head_hash FROM engine_instances WHERE version > sealed_version ORDER BY instance",
                reader => new SealedHead(reader.GetInt64(0), reader.GetInt64(1), Convert.ToHexStringLower(reader.Bytes(2))), cancellation),
            await session.QueryAsync(
                "SELECT instance, last_seq, head_hash FROM engine_tombstones WHERE NOT is_sealed ORDER BY instance",
                reader => new Tombstone(reader.GetInt64(0), reader.GetInt64(1), Convert.ToHexStringLower(reader.Bytes(2))), cancellation),
            (await session.QueryAsync("SELECT count(*) FROM engine_instances", reader => reader.GetInt64(0), cancellation))[0]), cancellation);

    /// <summary>One sealer at a time, whatever node it runs on.</summary>
    internal Task<IAsyncDisposable> LockAsync(CancellationToken cancellation) => _database.LockAsync(DatabaseLock.Sealing, cancellation);

    /// <summary>The last checkpoint that the database knows of.</summary>
    public async Task<LastSeal> LastAsync(CancellationToken cancellation) =>
        await _database.ReadAsync(session => session.FirstAsync("SELECT value FROM engine_settings WHERE name = @name", reader => LastSeal.Parse(reader.GetString(0)), cancellation, ("name", LastSeal.Setting)), cancellation)
        ?? LastSeal.None;

    /// <summary>
    /// The checkpoint that lists these is on its disk. First the number is written, then heads in short transactions, in the order in which commits lock them:
    /// who is cut off here lists some heads twice, and no commit waits long.
    /// </summary>
    internal async Task MarkAsync(Checkpoint checkpoint, CancellationToken cancellation)
    {
        await _database.WriteAsync(async session =>
        {
            foreach (var tombstone in checkpoint.Tombstones)
                await session.ExecuteAsync("UPDATE engine_tombstones SET is_sealed = @yes WHERE instance = @instance", cancellation, ("yes", true), ("instance", tombstone.Instance));
            return await session.ExecuteAsync("INSERT INTO engine_settings (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", cancellation,
                ("name", LastSeal.Setting), ("value", LastSeal.Of(checkpoint).ToString()));
        }, cancellation);
        foreach (var some in checkpoint.Heads.Chunk(HeadsAtOnce))
            await _database.WriteAsync(async session =>
            {
                foreach (var head in some)
                    await session.ExecuteAsync("UPDATE engine_instances SET sealed_version = @version WHERE instance = @instance", cancellation, ("version", head.Sequence), ("instance", head.Instance));
                return some.Length;
            }, cancellation);
    }

    /// <summary>Nothing is sealed: for a new file of checkpoints.</summary>
    internal Task ForgetAsync(CancellationToken cancellation) =>
        _database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("UPDATE engine_tombstones SET is_sealed = @no", cancellation, ("no", false));
            await session.ExecuteAsync("DELETE FROM engine_settings WHERE name = @name", cancellation, ("name", LastSeal.Setting));
            return await session.ExecuteAsync("UPDATE engine_instances SET sealed_version = 0 WHERE sealed_version <> 0", cancellation);
        }, cancellation);

    /// <summary>An instance that a checkpoint lists and that is not in this database as it says; null when all are.</summary>
    internal Task<long?> MissingAsync(Checkpoint checkpoint, CancellationToken cancellation) =>
        _database.ReadAsync(async session =>
        {
            foreach (var head in checkpoint.Heads)
            {
                var held = await session.QueryAsync(
                    "SELECT 1 FROM engine_history WHERE instance = @instance AND first_seq + count - 1 = @last AND hash = @hash UNION ALL SELECT 1 FROM engine_tombstones WHERE instance = @instance",
                    reader => reader.GetInt32(0), cancellation, ("instance", head.Instance), ("last", head.Sequence), ("hash", Convert.FromHexString(head.Hash)));
                if (held.Count == 0) return head.Instance;
            }
            return (long?)null;
        }, cancellation);

    /// <summary>The row of one instance: version and head; null when there is none.</summary>
    internal Task<(long Version, byte[] Head)?> HeadAsync(long instance, CancellationToken cancellation) =>
        _database.ReadAsync(session => session.FirstAsync<(long, byte[])?>(
            "SELECT version, head_hash FROM engine_instances WHERE instance = @instance", reader => (reader.GetInt64(0), reader.Bytes(1)), cancellation, ("instance", instance)), cancellation);

    /// <summary>Instances whose data key is neither there nor lawfully destroyed, with what is wrong.</summary>
    internal Task<List<(long Instance, bool Erased)>> OddKeysAsync(CancellationToken cancellation) =>
        _database.ReadAsync(session => session.QueryAsync("""
            SELECT i.instance, s.erased_at IS NOT NULL FROM engine_instances i LEFT JOIN engine_subjects s ON s.subject = i.subject
            WHERE (s.wrapped_key IS NULL) <> (s.erased_at IS NOT NULL) ORDER BY i.instance LIMIT 100
            """, reader => (reader.GetInt64(0), reader.GetBoolean(1)), cancellation), cancellation);

    /// <summary>All instance rows in order of their numbers: number, version, head.</summary>
    internal Task<List<(long Instance, long Version, byte[] Head)>> PageAsync(long after, int take, CancellationToken cancellation) =>
        _database.ReadAsync(session => session.QueryAsync(
            "SELECT instance, version, head_hash FROM engine_instances WHERE instance > @after ORDER BY instance LIMIT @take",
            reader => (reader.GetInt64(0), reader.GetInt64(1), reader.Bytes(2)), cancellation, ("after", after), ("take", take)), cancellation);

    /// <summary>Rows of an instance in order of their first positions, from one on; whatever positions they claim.</summary>
    internal Task<List<HistoryRow>> RowsAsync(long instance, long from, int take, CancellationToken cancellation) =>
        _database.ReadAsync(session => StoredHistory.ChainAsync(session, new InstanceId(instance), from, take, cancellation), cancellation);

    /// <summary>Instances that have history and no row of their own: the row was removed.</summary>
    internal Task<List<long>> OrphansAsync(CancellationToken cancellation) =>
        _database.ReadAsync(session => session.QueryAsync(
            "SELECT DISTINCT instance FROM engine_history h WHERE NOT EXISTS (SELECT 1 FROM engine_instances i WHERE i.instance = h.instance) ORDER BY instance LIMIT 100",
            reader => reader.GetInt64(0), cancellation), cancellation);
}
