using System.Globalization;
using Orchestrator.Interpreter;
using Orchestrator.Storage.History;
using Orchestrator.Storage.Sql;

namespace Orchestrator.Storage.Seals;

/// <summary>What seals and verifications read from the database.</summary>
public sealed class SealedHeads
{
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

    /// <summary>The checkpoint that lists these is on its disk.</summary>
    internal Task MarkAsync(Checkpoint checkpoint, CancellationToken cancellation) =>
        _database.WriteAsync(async session =>
        {
            foreach (var head in checkpoint.Heads)
                await session.ExecuteAsync("UPDATE engine_instances SET sealed_version = @version WHERE instance = @instance", cancellation, ("version", head.Sequence), ("instance", head.Instance));
            foreach (var tombstone in checkpoint.Tombstones)
                await session.ExecuteAsync("UPDATE engine_tombstones SET is_sealed = @yes WHERE instance = @instance", cancellation, ("yes", true), ("instance", tombstone.Instance));
            await session.ExecuteAsync("INSERT INTO engine_settings (name, value) VALUES ('last-checkpoint', @number) ON CONFLICT (name) DO UPDATE SET value = excluded.value", cancellation,
                ("number", checkpoint.Number.ToString(CultureInfo.InvariantCulture)));
            return checkpoint.Number;
        }, cancellation);

    /// <summary>All instance rows in order of their numbers: number, version, head.</summary>
    internal Task<List<(long Instance, long Version, byte[] Head)>> PageAsync(long after, int take, CancellationToken cancellation) =>
        _database.ReadAsync(session => session.QueryAsync(
            "SELECT instance, version, head_hash FROM engine_instances WHERE instance > @after ORDER BY instance LIMIT @take",
            reader => (reader.GetInt64(0), reader.GetInt64(1), reader.Bytes(2)), cancellation, ("after", after), ("take", take)), cancellation);

    internal Task<List<HistoryRow>> RowsAsync(long instance, long after, int take, CancellationToken cancellation) =>
        _database.ReadAsync(session => StoredHistory.RowsAsync(session, new InstanceId(instance), after, take, cancellation), cancellation);

    /// <summary>Instances that have history and no row of their own: the row was removed.</summary>
    internal Task<List<long>> OrphansAsync(CancellationToken cancellation) =>
        _database.ReadAsync(session => session.QueryAsync(
            "SELECT DISTINCT instance FROM engine_history h WHERE NOT EXISTS (SELECT 1 FROM engine_instances i WHERE i.instance = h.instance) ORDER BY instance LIMIT 100",
            reader => reader.GetInt64(0), cancellation), cancellation);
}
