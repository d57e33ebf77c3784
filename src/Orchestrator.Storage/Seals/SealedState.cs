namespace Orchestrator.Storage.Seals;

/// <summary>What the checkpoints say together: every sealed head of every instance, in order, and what was buried.</summary>
internal sealed class SealedState
{
    private readonly Dictionary<long, List<SealedHead>> _heads = [];
    private readonly Dictionary<long, DateTimeOffset> _sealedAt = [];
    private readonly Dictionary<long, Tombstone> _buried = [];
    private readonly long? _only;

    private SealedState(long? only) => _only = only;

    public int Checkpoints { get; private set; }

    /// <summary>The last checkpoint that could be read.</summary>
    public Checkpoint? Last { get; private set; }

    public DateTimeOffset? LastAt => Last?.At;

    /// <summary>Instances that were sealed and not buried since.</summary>
    public IEnumerable<long> Living => _heads.Keys.Where(instance => !_buried.ContainsKey(instance)).Order();

    public int Buried => _buried.Count;

    public IReadOnlyList<SealedHead> HeadsOf(long instance) => _heads.TryGetValue(instance, out var heads) ? heads : [];

    /// <summary>The instant of the last checkpoint that lists the instance; null when none does.</summary>
    public DateTimeOffset? SealedAtOf(long instance) => _sealedAt.TryGetValue(instance, out var at) ? at : null;

    public bool IsBuried(long instance) => _buried.ContainsKey(instance);

    /// <summary>Reads the file; what is wrong with the file itself becomes a finding of instance 0.</summary>
    /// <param name="key">Null: signatures are not checked.</param>
    /// <param name="only">Keeps the heads of this instance alone.</param>
    public static SealedState Read(string path, SealKey? key, long? only, List<SealFinding> findings)
    {
        var state = new SealedState(only);
        try
        {
            foreach (var signed in SealFile.Read(path)) state.Add(signed, key, findings);
        }
        catch (Exception wrong) when (wrong is SealBrokenException or IOException or UnauthorizedAccessException)
        {
            findings.Add(new(0, 0, wrong.Message));
        }
        return state;
    }

    private void Add(SignedCheckpoint signed, SealKey? key, List<SealFinding> findings)
    {
        var checkpoint = signed.Checkpoint;
        if (checkpoint.Number != Checkpoints + 1 || checkpoint.Previous != (Last?.HashHex() ?? Checkpoint.NoPrevious))
            findings.Add(new(0, 0, $"checkpoint {checkpoint.Number} does not follow the one before it"));
        if (key is not null && !key.Verify(checkpoint.CanonicalBytes(), signed.Signature))
            findings.Add(new(0, 0, $"checkpoint {checkpoint.Number} does not carry the signature of this key"));
        Checkpoints++;
        Last = checkpoint;
        foreach (var head in checkpoint.Heads)
            if (_only is null || head.Instance == _only) Add(head, checkpoint, findings);
        foreach (var tombstone in checkpoint.Tombstones)
            if (_only is null || tombstone.Instance == _only) Add(tombstone, checkpoint, findings);
    }

    // Listed twice after a crash between the file and the mark: then it is the same head. The first one stands.
    private void Add(SealedHead head, Checkpoint checkpoint, List<SealFinding> findings)
    {
        _sealedAt[head.Instance] = checkpoint.At;
        if (!_heads.TryGetValue(head.Instance, out var heads)) _heads[head.Instance] = heads = [];
        if (heads.Count == 0 || heads[^1].Sequence < head.Sequence) heads.Add(head);
        else if (!heads.Contains(head))
            findings.Add(new(head.Instance, head.Sequence, $"checkpoint {checkpoint.Number} lists another head than an earlier checkpoint: the history was changed between them"));
    }

    private void Add(Tombstone tombstone, Checkpoint checkpoint, List<SealFinding> findings)
    {
        _buried[tombstone.Instance] = tombstone;
        if (HeadsOf(tombstone.Instance) is [.., var last] && (tombstone.Sequence < last.Sequence || tombstone.Sequence == last.Sequence && tombstone.Hash != last.Hash))
            findings.Add(new(tombstone.Instance, tombstone.Sequence, $"the tombstone in checkpoint {checkpoint.Number} names another end than what was sealed before: the history was changed before it was purged"));
    }
}
