using Orchestrator.Storage.History;

namespace Orchestrator.Storage.Seals;

/// <summary>The first bad place of one instance. <see cref="Position"/> counts events from 1; 0 means the instance as a whole. Instance 0 is the file of checkpoints or the database as a whole.</summary>
public sealed record SealFinding(long Instance, long Position, string What)
{
    public override string ToString() => Instance == 0 ? What : $"instance {Instance}, position {Position}: {What}";
}

/// <summary>What a verification read and found. <see cref="SealedAt"/> is the instant of the last checkpoint, null without one; <see cref="Purged"/> how many tombstones there are.</summary>
public sealed record SealReport(long Instances, long Rows, int Checkpoints, DateTimeOffset? SealedAt, int Purged, IReadOnlyList<SealFinding> Findings)
{
    public bool IsSound => Findings.Count == 0;
}

/// <summary>What the checkpoints say about one instance.</summary>
/// <param name="LastSeal">The instant of the last checkpoint; null when there is none.</param>
/// <param name="SealedAt">The instant of the last checkpoint that lists the instance; null when none does.</param>
/// <param name="SealedEvents">The position up to which it is sealed.</param>
/// <param name="Finding">The first bad place, of the file or of the instance.</param>
public sealed record InstanceSeals(DateTimeOffset? LastSeal, DateTimeOffset? SealedAt, long SealedEvents, SealFinding? Finding);

/// <summary>
/// Streams all chains and compares them with the checkpoints: a changed byte, a deleted or swapped row, a cut tail, a re-computed chain and a deleted instance
/// are all found, each with its first bad place. Needs no key: hashes are over ciphertext.
/// </summary>
public sealed class SealVerifier(SealedHeads heads)
{
    private const int PageRows = 500;

    /// <summary>A commit reads its clock before it is written: one that a checkpoint just missed may carry an instant a little before it.</summary>
    private static readonly TimeSpan _margin = TimeSpan.FromMinutes(1);

    /// <param name="path">The file of checkpoints, or null to check the chains alone.</param>
    /// <param name="key">The public key, or null to leave signatures unchecked.</param>
    public async Task<SealReport> VerifyAsync(string? path, SealKey? key, CancellationToken cancellation)
    {
        var findings = new List<SealFinding>();
        var seals = path is null ? null : await ReadAsync(path, key, null, findings, cancellation);
        long instances = 0, rows = 0, last = 0;
        var seen = new HashSet<long>();
        while (true)
        {
            var page = await heads.PageAsync(last, PageRows, cancellation);
            foreach (var (instance, version, head) in page)
            {
                var (finding, read) = await CheckAsync(instance, version, head, seals, cancellation);
                rows += read;
                seen.Add(instance);
                if (finding is not null) findings.Add(finding);
                if (seals?.IsBuried(instance) == true) findings.Add(new(instance, 0, "was purged, and a tombstone says so, but it is there again"));
            }
            instances += page.Count;
            if (page.Count < PageRows) break;
            last = page[^1].Instance;
        }
        foreach (var orphan in await heads.OrphansAsync(cancellation)) findings.Add(new(orphan, 0, "has history, but its instance row is gone"));
        foreach (var (instance, erased) in await heads.OddKeysAsync(cancellation))
            findings.Add(new(instance, 0, erased ? "was erased, but its data key is there again" : "its data key is gone, and no erasure says so"));
        if (seals is not null) findings.AddRange(seals.Living.Where(instance => !seen.Contains(instance)).Select(instance => new SealFinding(instance, 0, "was sealed, but it is deleted and no tombstone says so")));
        return new SealReport(instances, rows, seals?.Checkpoints ?? 0, seals?.LastAt, seals?.Buried ?? 0, [.. findings.OrderBy(finding => finding.Instance).ThenBy(finding => finding.Position)]);
    }

    /// <summary>The same for one instance, with the file as a whole. Null when there is no such instance.</summary>
    public async Task<InstanceSeals?> VerifyAsync(string path, SealKey? key, long instance, CancellationToken cancellation)
    {
        var findings = new List<SealFinding>();
        var seals = await ReadAsync(path, key, instance, findings, cancellation);
        if (await heads.HeadAsync(instance, cancellation) is not { } row) return null;
        var (finding, _) = await CheckAsync(instance, row.Version, row.Head, seals, cancellation);
        if (finding is not null) findings.Add(finding);
        // The case's own place first: that is what is asked for.
        return new InstanceSeals(seals.LastAt, seals.SealedAtOf(instance), seals.HeadsOf(instance) is [.., var last] ? last.Sequence : 0,
            findings.Find(one => one.Instance == instance) ?? findings.FirstOrDefault());
    }

    private async Task<SealedState> ReadAsync(string path, SealKey? key, long? only, List<SealFinding> findings, CancellationToken cancellation)
    {
        // Before the file: a checkpoint that comes meanwhile makes the file one ahead, which is fine.
        var known = await heads.LastAsync(cancellation);
        var seals = SealedState.Read(path, key, only, findings);
        if (findings.TrueForAll(finding => finding.Instance != 0) && known.WhyNotEndingWith(seals.Last) is { } wrong) findings.Add(new(0, 0, wrong));
        return seals;
    }

    /// <summary>A commit that comes while the rows are read is no finding: then the instance is read again.</summary>
    private async Task<(SealFinding? Finding, long Rows)> CheckAsync(long instance, long version, byte[] head, SealedState? seals, CancellationToken cancellation)
    {
        while (true)
        {
            var walked = await WalkAsync(instance, version, head, seals, cancellation);
            if (walked.Finding is null || await heads.HeadAsync(instance, cancellation) is not { } now || now.Version == version) return walked;
            (version, head) = now;
        }
    }

    private async Task<(SealFinding? Finding, long Rows)> WalkAsync(long instance, long version, byte[] head, SealedState? seals, CancellationToken cancellation)
    {
        var walk = new ChainWalk();
        long count = 0, from = long.MinValue;
        var sealedHeads = seals?.HeadsOf(instance) ?? [];
        var next = 0;
        DateTimeOffset lastAt = default;
        while (true)
        {
            var rows = await heads.RowsAsync(instance, from, PageRows, cancellation);
            foreach (var row in rows)
            {
                count++;
                if (walk.Step(row) is { } reason) return (new(instance, walk.Position + 1, reason), count);
                lastAt = row.Envelope.At;
                if (next >= sealedHeads.Count || walk.Position < sealedHeads[next].Sequence) continue;
                if (walk.Position != sealedHeads[next].Sequence || Convert.ToHexStringLower(walk.Head) != sealedHeads[next].Hash)
                    return (new(instance, FirstAfter(sealedHeads, next), "the chain was re-computed: it is not the one that was sealed"), count);
                next++;
            }
            if (rows.Count < PageRows) break;
            from = rows[^1].Envelope.FirstSequence + 1;
        }
        if (next < sealedHeads.Count) return (new(instance, walk.Position + 1, $"the tail was cut: position {sealedHeads[^1].Sequence} was sealed, but the history ends at {walk.Position}"), count);
        if (walk.EndsAt(version, head) is { } wrongEnd) return (new(instance, walk.Position, wrongEnd), count);
        if (seals?.LastAt is { } at && lastAt < at - _margin && (sealedHeads.Count == 0 || sealedHeads[^1].Sequence < walk.Position))
            return (new(instance, (sealedHeads.Count == 0 ? 0 : sealedHeads[^1].Sequence) + 1, "is older than the last checkpoint, but no checkpoint lists it: it was slipped in"), count);
        return (null, count);
    }

    // The sealed head before it still fitted: what comes after that one is what changed.
    private static long FirstAfter(IReadOnlyList<SealedHead> sealedHeads, int broken) => broken == 0 ? 1 : sealedHeads[broken - 1].Sequence + 1;
}
