using System.Buffers;
using System.Collections.Immutable;
using System.Data.Common;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Codec;
using Orchestrator.Storage.Commits;
using Orchestrator.Storage.Encryption;
using Orchestrator.Storage.History;

namespace Orchestrator.Storage.Sql;

/// <summary>Reading rows of history in the clear and opening them with the subject's key.</summary>
internal static class StoredHistory
{
    private const string Columns = "first_seq, count, at, actor, command_id, prev_hash, hash, payload";

    /// <summary>Rows that hold positions greater than <paramref name="after"/>, ascending.</summary>
    public static Task<List<HistoryRow>> RowsAsync(SqlSession session, InstanceId instance, long after, int take, CancellationToken cancellation) =>
        session.QueryAsync(
            $"SELECT {Columns} FROM engine_history WHERE instance = @instance AND first_seq + count - 1 > @after ORDER BY first_seq LIMIT @take",
            reader => Row(reader, instance.Number), cancellation, ("instance", instance.Number), ("after", after), ("take", take));

    /// <summary>Null when the snapshot at the state's version is that state, or is of another form (then nobody reads it), or is gone; else what is wrong with it.</summary>
    public static async Task<string?> WhyNotSnapshotAsync(SqlSession session, InstanceState state, byte[] key, CancellationToken cancellation)
    {
        var payload = await session.FirstAsync(
            "SELECT payload FROM engine_snapshots WHERE instance = @instance AND version = @version", reader => reader.Bytes(0), cancellation,
            ("instance", state.Id.Number), ("version", state.Version));
        if (payload is null) return null;
        try
        {
            var plain = PayloadFrame.Unpack(PayloadCipher.Decrypt(key, payload, SnapshotBinding.Of(state.Id, state.Version)));
            if (StateCodec.Read(plain, state.Id) is null) return null;
            var expected = new ArrayBufferWriter<byte>();
            StateCodec.Write(expected, state);
            return expected.WrittenSpan.SequenceEqual(plain.Span) ? null : "Expected the state that history gives, but the snapshot holds another.";
        }
        catch (UnreadableHistoryException wrong)
        {
            return wrong.Message;
        }
    }

    /// <summary>For whoever checks chains: every row of an instance whose first position is at least <paramref name="from"/>, also one that no history can hold.</summary>
    public static Task<List<HistoryRow>> ChainAsync(SqlSession session, InstanceId instance, long from, int take, CancellationToken cancellation) =>
        session.QueryAsync(
            $"SELECT {Columns} FROM engine_history WHERE instance = @instance AND first_seq >= @from ORDER BY first_seq LIMIT @take",
            reader => RowOrBroken(reader, instance.Number), cancellation, ("instance", instance.Number), ("from", from), ("take", take));

    /// <exception cref="UnreadableHistoryException">The payload does not open under its envelope: a byte was changed or the row was moved.</exception>
    public static HistoryEntry Open(HistoryRow row, byte[] key)
    {
        var envelope = row.Envelope;
        var instance = new InstanceId(envelope.Instance);
        ImmutableArray<InstanceEvent> events;
        try
        {
            events = EventCodec.Read(PayloadFrame.Unpack(PayloadCipher.Decrypt(key, row.Payload, envelope.Encode())), instance);
        }
        catch (UnreadableHistoryException wrong)
        {
            throw new UnreadableHistoryException($"Instance {instance}, position {envelope.FirstSequence}: {wrong.Message}", wrong) { Position = envelope.FirstSequence };
        }
        if (events.Length != envelope.Count)
            throw new UnreadableHistoryException($"Instance {instance}, position {envelope.FirstSequence}: expected {envelope.Count} events, but found {events.Length}.") { Position = envelope.FirstSequence };
        return new HistoryEntry(instance, envelope.FirstSequence, envelope.At, envelope.Actor, envelope.Command, events);
    }

    /// <summary>The newest snapshot at or before a position that this version can read, or null.</summary>
    public static async Task<InstanceState?> SnapshotAsync(SqlSession session, InstanceId instance, long position, byte[] key, CancellationToken cancellation)
    {
        var stored = await session.FirstAsync(
            "SELECT version, payload FROM engine_snapshots WHERE instance = @instance AND version <= @position ORDER BY version DESC LIMIT 1",
            reader => (Version: reader.GetInt64(0), Payload: reader.Bytes(1)), cancellation, ("instance", instance.Number), ("position", position));
        if (stored.Payload is null) return null;
        byte[] plain;
        try
        {
            plain = PayloadCipher.Decrypt(key, stored.Payload, SnapshotBinding.Of(instance, stored.Version));
        }
        catch (UnreadableHistoryException wrong)
        {
            throw new UnreadableHistoryException($"Instance {instance}, snapshot at {stored.Version}: {wrong.Message} Verify the instance; --rebuild drops such a snapshot.", wrong);
        }
        var state = StateCodec.Read(PayloadFrame.Unpack(plain), instance);
        Invariant.Holds(state is null || state.Version == stored.Version, "a snapshot holds the version it is stored under");
        return state;
    }

    /// <summary>A row whose columns hold what was never written there has no hash that fits.</summary>
    private static HistoryRow RowOrBroken(DbDataReader reader, long instance)
    {
        try
        {
            return Row(reader, instance);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return new(new HistoryEnvelope(instance, reader.GetInt64(0), 1, 0, "", default), reader.Bytes(5), [], []);
        }
    }

    private static HistoryRow Row(DbDataReader reader, long instance) =>
        new(new HistoryEnvelope(instance, reader.GetInt64(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetString(3), reader.Identifier(4)),
            reader.Bytes(5), reader.Bytes(6), reader.Bytes(7));
}
