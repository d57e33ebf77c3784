using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Encryption;
using Orchestrator.Storage.History;

namespace Orchestrator.Storage.Sql;

/// <summary>Loading instances and reading what happened; the same statements on every database.</summary>
internal sealed class SqlHistoryStore(SqlDatabase database, DataKeys keys, RowRebuilder rebuilder) : IHistoryStore
{
    private sealed record Head(long Version, byte[] Hash, long Subject, byte[]? WrappedKey);

    public Task<LoadedInstance?> LoadAsync(InstanceId instance, CancellationToken cancellation) =>
        database.ReadConsistentAsync(async session =>
        {
            if (await HeadAsync(session, instance, cancellation) is not { } head) return null;
            var key = keys.Unwrap(head.Subject, head.WrappedKey);
            keys.Remember(instance, head.Subject);
            var snapshot = await StoredHistory.SnapshotAsync(session, instance, head.Version, key, cancellation);
            var rows = await StoredHistory.RowsAsync(session, instance, snapshot?.Version ?? 0, int.MaxValue, cancellation);
            Check(instance, head, snapshot?.Version ?? 0, rows);
            return new LoadedInstance(instance, head.Version, head.Hash, snapshot, [.. rows.Select(row => StoredHistory.Open(row, key))]);
        }, cancellation);

    public Task<InstanceHead?> HeadAsync(InstanceId instance, CancellationToken cancellation) =>
        database.ReadAsync(
            session => session.FirstAsync(
                "SELECT i.version, i.head_hash FROM engine_instances i JOIN engine_subjects s ON s.subject = i.subject WHERE i.instance = @instance AND s.wrapped_key IS NOT NULL",
                reader => new InstanceHead(reader.GetInt64(0), reader.Bytes(1)), cancellation, ("instance", instance.Number)), cancellation);

    public Task<RequestRecord?> FindRequestAsync(Guid request, CancellationToken cancellation) =>
        database.ReadAsync(
            session => session.FirstAsync(
                "SELECT instance, first_seq, at FROM engine_history WHERE command_id = @request",
                reader => new RequestRecord(new(reader.GetInt64(0)), reader.GetInt64(1), new HistoryEnvelope(0, 0, 1, reader.GetInt64(2), "", default).At),
                cancellation, ("request", request.ToByteArray(bigEndian: true))), cancellation);

    public Task<IReadOnlyList<HistoryEntry>> ReadAsync(InstanceId instance, long after, int take, CancellationToken cancellation) =>
        database.ReadConsistentAsync<IReadOnlyList<HistoryEntry>>(async session =>
        {
            if (await HeadAsync(session, instance, cancellation) is not { } head) return [];
            var key = keys.Unwrap(head.Subject, head.WrappedKey);
            var rows = await StoredHistory.RowsAsync(session, instance, after, take, cancellation);
            return [.. rows.Select(row => StoredHistory.Open(row, key))];
        }, cancellation);

    public Task<InstanceState?> SnapshotAsync(InstanceId instance, long position, CancellationToken cancellation) =>
        database.ReadConsistentAsync(async session =>
        {
            if (await HeadAsync(session, instance, cancellation) is not { } head) return null;
            return await StoredHistory.SnapshotAsync(session, instance, position, keys.Unwrap(head.Subject, head.WrappedKey), cancellation);
        }, cancellation);

    public Task<ChainBreak?> VerifyChainAsync(InstanceId instance, CancellationToken cancellation) =>
        database.ReadConsistentAsync(async session =>
        {
            if (await HeadAsync(session, instance, cancellation) is not { } head) return new ChainBreak(0, "the instance has no row");
            var walk = new ChainWalk();
            const int pageRows = 500;
            for (var from = long.MinValue; ;)
            {
                var rows = await StoredHistory.ChainAsync(session, instance, from, pageRows, cancellation);
                foreach (var row in rows)
                    if (walk.Step(row) is { } reason) return new ChainBreak(walk.Position + 1, reason);
                if (rows.Count < pageRows) break;
                from = rows[^1].Envelope.FirstSequence + 1;
            }
            return walk.EndsAt(head.Version, head.Hash) is { } wrongEnd ? new ChainBreak(walk.Position, wrongEnd) : null;
        }, cancellation);

    public Task<IReadOnlyList<InstanceId>> InstancesAsync(long after, int take, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<InstanceId>>(
            async session => await session.QueryAsync(
                "SELECT instance FROM engine_instances WHERE instance > @after ORDER BY instance LIMIT @take",
                reader => new InstanceId(reader.GetInt64(0)), cancellation, ("after", after), ("take", take)), cancellation);

    public Task<IReadOnlyList<long>> SnapshotVersionsAsync(InstanceId instance, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<long>>(
            async session => await session.QueryAsync(
                "SELECT version FROM engine_snapshots WHERE instance = @instance ORDER BY version", reader => reader.GetInt64(0), cancellation, ("instance", instance.Number)), cancellation);

    public Task<string?> WhyNotSnapshotAsync(InstanceState state, CancellationToken cancellation) =>
        database.ReadConsistentAsync(async session =>
        {
            if (await HeadAsync(session, state.Id, cancellation) is not { } head) return null;
            return await StoredHistory.WhyNotSnapshotAsync(session, state, keys.Unwrap(head.Subject, head.WrappedKey), cancellation);
        }, cancellation);

    public Task DropSnapshotAsync(InstanceId instance, long version, CancellationToken cancellation) =>
        database.WriteAsync(session => session.ExecuteAsync(
            "DELETE FROM engine_snapshots WHERE instance = @instance AND version = @version", cancellation, ("instance", instance.Number), ("version", version)), cancellation);

    public Task CorrectSubjectAsync(InstanceId instance, long subject, CancellationToken cancellation) =>
        database.WriteAsync(session => session.ExecuteAsync(
            "UPDATE engine_instances SET subject = @subject WHERE instance = @instance", cancellation, ("instance", instance.Number), ("subject", subject)), cancellation);

    public Task<IReadOnlyList<StrayRow>> StrayRowsAsync(CancellationToken cancellation) => rebuilder.StrayAsync(cancellation);

    public Task DropStrayRowsAsync(CancellationToken cancellation) => rebuilder.DropStrayAsync(cancellation);

    public Task<StoredRows?> RowsAsync(InstanceId instance, CancellationToken cancellation) => rebuilder.ReadAsync(instance, cancellation);

    public Task<bool> ReplaceRowsAsync(InstanceId instance, long version, InstanceRows rows, CancellationToken cancellation) =>
        rebuilder.ReplaceAsync(instance, version, rows, cancellation);

    private static Task<Head?> HeadAsync(SqlSession session, InstanceId instance, CancellationToken cancellation) =>
        session.FirstAsync(
            "SELECT i.version, i.head_hash, i.subject, s.wrapped_key FROM engine_instances i LEFT JOIN engine_subjects s ON s.subject = i.subject WHERE i.instance = @instance",
            reader => new Head(reader.GetInt64(0), reader.Bytes(1), reader.GetInt64(2), reader.BytesOrNull(3)), cancellation, ("instance", instance.Number));

    /// <summary>What was read reaches the version and the head that are stored, without a gap.</summary>
    private static void Check(InstanceId instance, Head head, long from, List<HistoryRow> rows)
    {
        var next = from + 1;
        byte[]? previous = null;
        foreach (var row in rows)
        {
            if (row.Envelope.FirstSequence != next || previous is not null && !previous.AsSpan().SequenceEqual(row.PreviousHash))
                throw new Codec.UnreadableHistoryException($"Instance {instance}: expected the next row of its chain at position {next}, but found {row.Envelope.FirstSequence}: verify the instance.");
            next += row.Envelope.Count;
            previous = row.Hash;
        }
        if (next - 1 != head.Version || previous is not null && !previous.AsSpan().SequenceEqual(head.Hash))
            throw new Codec.UnreadableHistoryException($"Instance {instance}: expected its history to end at position {head.Version}, but it ends at {next - 1}: verify the instance.");
    }
}
