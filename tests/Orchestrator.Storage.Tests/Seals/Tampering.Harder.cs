using Orchestrator.Storage.History;

namespace Orchestrator.Storage.Tests.Seals;

/// <summary>What a stranger would try next.</summary>
internal sealed partial class Tampering
{
    /// <summary>Who, when, how many, which command: columns in the clear.</summary>
    private Change ChangeEnvelope(long instance)
    {
        var rows = Rows(instance);
        var row = rows[chance.Next(rows.Count)].Envelope;
        var (column, value) = chance.Next(4) switch
        {
            0 => ("actor", "'mallory'"),
            1 => ("at", $"{row.AtTicks - chance.Next(1, 10_000_000)}"),
            2 => ("count", $"{row.Count + chance.Next(1, 5)}"),
            _ => ("command_id", $"x'{Convert.ToHexString(Guid.NewGuid().ToByteArray())}'"),
        };
        Run($"UPDATE engine_history SET {column} = {value} WHERE instance = {instance} AND first_seq = {row.FirstSequence}");
        return new($"set {column} to {value} at {row.FirstSequence}", instance);
    }

    private Change ChangeHead(long instance)
    {
        if (chance.Next(2) == 0)
        {
            var by = chance.Next(1, 5) * (chance.Next(2) == 0 ? 1 : -1);
            Run($"UPDATE engine_instances SET version = version + {by} WHERE instance = {instance}");
            return new($"moved the version by {by}", instance);
        }
        var head = Blob($"SELECT head_hash FROM engine_instances WHERE instance = {instance}");
        head[chance.Next(head.Length)] ^= (byte)(1 << chance.Next(8));
        Run($"UPDATE engine_instances SET head_hash = @blob WHERE instance = {instance}", head);
        return new("changed the head", instance);
    }

    private Change SwapPayloads(long one, long other)
    {
        var (a, b) = (Rows(one), Rows(other));
        var (x, y) = (a[chance.Next(a.Count)], b[chance.Next(b.Count)]);
        Run($"UPDATE engine_history SET payload = @blob WHERE instance = {one} AND first_seq = {x.Envelope.FirstSequence}", y.Payload);
        Run($"UPDATE engine_history SET payload = @blob WHERE instance = {other} AND first_seq = {y.Envelope.FirstSequence}", x.Payload);
        return new($"swapped the payloads at {one}/{x.Envelope.FirstSequence} and {other}/{y.Envelope.FirstSequence}", one, other);
    }

    /// <summary>The last row of one becomes the last of the other, instance rows mended.</summary>
    private Change MoveRow(long from, long to)
    {
        var row = Rows(from)[^1];
        var end = Rows(to)[^1];
        Run($"UPDATE engine_history SET instance = {to}, first_seq = {end.Envelope.LastSequence + 1} WHERE instance = {from} AND first_seq = {row.Envelope.FirstSequence}");
        Run($"UPDATE engine_instances SET version = {end.Envelope.LastSequence + row.Envelope.Count}, head_hash = @blob WHERE instance = {to}", row.Hash);
        Run($"UPDATE engine_instances SET version = {row.Envelope.FirstSequence - 1}, head_hash = @blob WHERE instance = {from}", row.PreviousHash);
        return new($"moved the last row of {from} to {to}", from, to);
    }

    /// <summary>A row where none belongs: before the first, at 0, or behind the end.</summary>
    private Change InsertRow(long instance)
    {
        var rows = Rows(instance);
        var copied = rows[chance.Next(rows.Count)];
        var first = chance.Next(3) switch { 0 => -(long)chance.Next(1, 100), 1 => 0, _ => rows[^1].Envelope.LastSequence + chance.Next(1, 5) };
        Insert(copied with { Envelope = copied.Envelope with { FirstSequence = first, Command = Guid.NewGuid() } });
        return new($"inserted a row at {first}", instance);
    }

    /// <summary>A tail whose hashes are right, with the instance row mended and the bookmark of the sealer set to it.</summary>
    private Change ForgeTail(long instance)
    {
        var last = Rows(instance)[^1];
        var envelope = last.Envelope with { FirstSequence = last.Envelope.LastSequence + 1, Actor = "mallory", Command = Guid.NewGuid() };
        var hash = Chain.Hash(last.Hash, envelope.Encode(), last.Payload);
        Insert(new HistoryRow(envelope, last.Hash, hash, last.Payload));
        Run($"UPDATE engine_instances SET version = {envelope.LastSequence}, sealed_version = {envelope.LastSequence}, head_hash = @blob WHERE instance = {instance}", hash);
        return new($"forged a tail from {envelope.FirstSequence}", instance);
    }

    private Change DestroyKey(long instance)
    {
        if (chance.Next(2) == 0) Run($"UPDATE engine_subjects SET wrapped_key = NULL WHERE subject = {instance}");
        else Run($"DELETE FROM engine_subjects WHERE subject = {instance}");
        return new("destroyed the data key", instance);
    }

    private Change Orphan(long instance)
    {
        Run($"DELETE FROM engine_instances WHERE instance = {instance}");
        return new("deleted the instance row alone", instance);
    }

    /// <summary>SQLite takes any value in any column.</summary>
    private Change OddValue(long instance)
    {
        var rows = Rows(instance);
        var first = rows[chance.Next(rows.Count)].Envelope.FirstSequence;
        (string, string)[] odd = [("count", "9223372036854775807"), ("at", "'yesterday'"), ("command_id", "x'00'"), ("hash", "'none'"), ("payload", "42"), ("actor", "x'ff00ff'")];
        var (column, value) = odd[chance.Next(odd.Length)];
        Run($"UPDATE engine_history SET {column} = {value} WHERE instance = {instance} AND first_seq = {first}");
        return new($"wrote {value} into {column} at {first}", instance);
    }

    /// <summary>So that the next checkpoint lists the instance as it is now.</summary>
    public void ForgetSeals(long instance) => Run($"UPDATE engine_instances SET sealed_version = 0 WHERE instance = {instance}");

    private long Another(long instance) => (instance + chance.Next(1, SealedDatabase.Instances) - 1) % SealedDatabase.Instances + 1;

    private void Insert(HistoryRow row)
    {
        var envelope = row.Envelope;
        var command = new byte[16];
        envelope.Command.TryWriteBytes(command, bigEndian: true, out _);
        Run($"""
            INSERT INTO engine_history (instance, first_seq, count, at, actor, command_id, prev_hash, hash, payload)
            VALUES ({envelope.Instance}, {envelope.FirstSequence}, {envelope.Count}, {envelope.AtTicks}, '{envelope.Actor}', @blob,
                x'{Convert.ToHexString(row.PreviousHash)}', x'{Convert.ToHexString(row.Hash)}', x'{Convert.ToHexString(row.Payload)}')
            """, command);
    }
}
