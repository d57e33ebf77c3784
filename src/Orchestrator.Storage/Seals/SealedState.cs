namespace Orchestrator.Storage.Seals;

/// <summary>What the checkpoints say together: every sealed head of every instance, in order, and what was buried.</summary>
internal sealed class SealedState
{
    private readonly Dictionary<long, List<SealedHead>> _heads = [];
    private readonly HashSet<long> _buried = [];

    public int Checkpoints { get; private set; }

    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>Instances that were sealed and not buried since.</summary>
    public IEnumerable<long> Living => _heads.Keys.Where(instance => !_buried.Contains(instance)).Order();

    public IReadOnlyList<SealedHead> HeadsOf(long instance) => _heads.TryGetValue(instance, out var heads) ? heads : [];

    /// <summary>Reads the file; what is wrong with the file itself becomes a finding of instance 0.</summary>
    public static SealedState Read(string path, SealKey? key, List<SealFinding> findings)
    {
        var state = new SealedState();
        IReadOnlyList<(Checkpoint Checkpoint, byte[] Signature)> all;
        try
        {
            all = SealFile.Read(path);
        }
        catch (SealBrokenException wrong)
        {
            findings.Add(new(0, 0, wrong.Message));
            return state;
        }
        var previous = Checkpoint.NoPrevious;
        foreach (var (checkpoint, signature) in all)
        {
            if (checkpoint.Number != state.Checkpoints + 1 || checkpoint.Previous != previous)
                findings.Add(new(0, 0, $"checkpoint {checkpoint.Number} does not follow the one before it"));
            if (key is not null && !key.Verify(checkpoint.CanonicalBytes(), signature))
                findings.Add(new(0, 0, $"checkpoint {checkpoint.Number} does not carry the signature of this key"));
            previous = checkpoint.HashHex();
            state.Add(checkpoint);
        }
        return state;
    }

    private void Add(Checkpoint checkpoint)
    {
        Checkpoints++;
        LastAt = checkpoint.At;
        foreach (var head in checkpoint.Heads)
        {
            if (!_heads.TryGetValue(head.Instance, out var heads)) _heads[head.Instance] = heads = [];
            // Listed twice after a crash between the file and the mark.
            if (heads.Count == 0 || heads[^1].Sequence < head.Sequence) heads.Add(head);
        }
        foreach (var tombstone in checkpoint.Tombstones) _buried.Add(tombstone.Instance);
    }
}
