namespace Orchestrator.Storage.History;

/// <summary>Walks one instance's rows in order and says the first thing that is wrong.</summary>
internal sealed class ChainWalk
{
    private byte[] _head = Chain.Start.ToArray();

    /// <summary>The position of the last event of the last good row.</summary>
    public long Position { get; private set; }

    public ReadOnlySpan<byte> Head => _head;

    /// <summary>Null when the row continues the chain; else what is wrong with it.</summary>
    public string? Step(HistoryRow row)
    {
        var envelope = row.Envelope;
        if (envelope.FirstSequence != Position + 1) return $"expected a row at position {Position + 1}, but the next one is at {envelope.FirstSequence}";
        if (envelope.Count < 1) return $"expected at least one event, but the row counts {envelope.Count}";
        if (!row.PreviousHash.AsSpan().SequenceEqual(_head)) return "the previous hash is not the hash of the row before";
        if (!row.IsSound()) return "the hash does not fit what the row holds";
        Position = envelope.LastSequence;
        _head = row.Hash;
        return null;
    }

    /// <summary>Null when the walk ended where the instance row says.</summary>
    public string? EndsAt(long version, ReadOnlySpan<byte> head)
    {
        if (Position != version) return $"the history ends at position {Position}, but the instance row says {version}";
        return _head.AsSpan().SequenceEqual(head) ? null : "the last hash is not the head of the instance row";
    }
}
