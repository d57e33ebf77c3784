using System.Buffers;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Changes;
using Orchestrator.Storage.Codec;
using Orchestrator.Storage.Encryption;
using Orchestrator.Storage.History;

namespace Orchestrator.Storage.Commits;

/// <summary>Turns the members of a batch into rows, outside any lock: encoding and encryption must not lengthen a transaction.</summary>
internal sealed class MemberPreparer(DataKeys keys)
{
    private const int BufferBytes = 4096;

    public async Task<List<PreparedMember>> PrepareAsync(CommitBatch batch, CancellationToken cancellation)
    {
        var prepared = new List<PreparedMember>(batch.Members.Count);
        var round = new Round(new ArrayBufferWriter<byte>(BufferBytes), [], []);
        foreach (var member in batch.Members) prepared.Add(await PrepareAsync(member, round, cancellation));
        return prepared;
    }

    /// <summary>What the members of one batch share: heads and new keys of instances that an earlier member wrote.</summary>
    private sealed record Round(ArrayBufferWriter<byte> Buffer, Dictionary<InstanceId, byte[]> Heads, Dictionary<long, NewSubject> NewKeys);

    private async ValueTask<PreparedMember> PrepareAsync(CommitMember member, Round round, CancellationToken cancellation)
    {
        if (member.Events.IsDefaultOrEmpty) throw new InvariantBrokenException($"Expected events in a commit of instance {member.Instance}, but there are none.");
        var instance = InstanceWrite.Of(member);
        var subject = instance.Insert is { } started ? await SubjectOfNewAsync(started, round, cancellation) : null;
        var key = subject?.Key ?? await KeyAsync(member.Instance, instance, round, cancellation);

        var envelope = new HistoryEnvelope(
            member.Instance.Number, member.ExpectedVersion + 1, member.Events.Length, HistoryEnvelope.TicksOf(member.At), member.Actor, member.Request);
        var encoded = envelope.Encode();
        round.Buffer.ResetWrittenCount();
        EventCodec.Write(round.Buffer, member.Instance, member.Events);
        var payload = PayloadCipher.Encrypt(key, PayloadFrame.Pack(round.Buffer.WrittenSpan), encoded);
        var previous = PreviousOf(member, round);
        var hash = Chain.Hash(previous, encoded, payload);
        round.Heads[member.Instance] = hash;
        var commandId = new byte[16];
        member.Request.TryWriteBytes(commandId, bigEndian: true, out _);
        return new PreparedMember(member, new HistoryRow(envelope, previous, hash, payload), instance)
        {
            CommandId = commandId,
            Subject = subject,
            Snapshot = member.Snapshot is { } state ? SnapshotOf(state, key, round.Buffer) : null,
        };
    }

    private static byte[] PreviousOf(CommitMember member, Round round)
    {
        if (!member.PreviousHash.IsEmpty) return member.PreviousHash.ToArray();
        if (round.Heads.TryGetValue(member.Instance, out var head)) return head;
        if (member.ExpectedVersion > 0)
            throw new InvariantBrokenException($"Expected the previous hash of instance {member.Instance} at version {member.ExpectedVersion}, but it is empty.");
        return Chain.Start.ToArray();
    }

    private async ValueTask<NewSubject?> SubjectOfNewAsync(InstanceRow started, Round round, CancellationToken cancellation)
    {
        if (round.NewKeys.TryGetValue(started.Subject, out var known)) return known;
        if (started.Subject != started.Instance.Number)
        {
            // A subject that several instances share: its key may exist.
            try
            {
                await keys.OfSubjectAsync(started.Subject, cancellation);
                return null;
            }
            catch (KeyNotFoundException)
            {
                // The first instance of this subject makes the key below.
            }
        }
        var key = keys.NewKey(started.Subject, out var wrapped);
        return round.NewKeys[started.Subject] = new NewSubject(started.Subject, key, wrapped);
    }

    private async ValueTask<byte[]> KeyAsync(InstanceId instance, InstanceWrite write, Round round, CancellationToken cancellation)
    {
        if (write.Insert is { } started) return await keys.OfSubjectAsync(started.Subject, cancellation);
        // An instance that an earlier member of this batch starts is not in the database yet; its own key is here.
        return round.NewKeys.TryGetValue(instance.Number, out var fresh) && round.Heads.ContainsKey(instance) ? fresh.Key : await keys.OfInstanceAsync(instance, cancellation);
    }

    private static byte[] SnapshotOf(InstanceState state, byte[] key, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        StateCodec.Write(buffer, state);
        return PayloadCipher.Encrypt(key, PayloadFrame.Pack(buffer.WrittenSpan), SnapshotBinding.Of(state.Id, state.Version));
    }
}
