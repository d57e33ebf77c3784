using Orchestrator.Storage.History;

namespace Orchestrator.Storage.Seals;

/// <summary>The first bad place of one instance. <see cref="Position"/> counts events from 1; 0 means the instance as a whole. Instance 0 is the file of checkpoints or the database as a whole.</summary>
public sealed record SealFinding(long Instance, long Position, string What)
{
    public override string ToString() => Instance == 0 ? What : $"instance {Instance}, position {Position}: {What}";
}

/// <summary>What a verification read and found.</summary>
public sealed record SealReport(long Instances, long Rows, int Checkpoints, IReadOnlyList<SealFinding> Findings)
{
    public bool IsSound => Findings.Count == 0;
}

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
        var seals = path is null ? null : SealedState.Read(path, key, findings);
        long instances = 0, rows = 0, last = 0;
        var seen = new HashSet<long>();
        while (true)
        {
            var page = await heads.PageAsync(last, PageRows, cancellation);
            foreach (var (instance, version, head) in page)
            {
                var walk = new ChainWalk();
                var (finding, read) = await WalkAsync(instance, version, head, walk, seals, cancellation);
                rows += read;
                seen.Add(instance);
                if (finding is not null) findings.Add(finding);
            }
            instances += page.Count;
            if (page.Count < PageRows) break;
            last = page[^1].Instance;
        }
        foreach (var orphan in await heads.OrphansAsync(cancellation)) findings.Add(new(orphan, 0, "has history, but its instance row is gone"));
        if (seals is not null) findings.AddRange(seals.Living.Where(instance => !seen.Contains(instance)).Select(instance => new SealFinding(instance, 0, "was sealed, but it is deleted and no tombstone says so")));
        return new SealReport(instances, rows, seals?.Checkpoints ?? 0, [.. findings.OrderBy(finding => finding.Instance).ThenBy(finding => finding.Position)]);
    }

    private async Task<(SealFinding? Finding, long Rows)> WalkAsync(long instance, long version, byte[] head, ChainWalk walk, SealedState? seals, CancellationToken cancellation)
    {
        long count = 0;
        var sealedHeads = seals?.HeadsOf(instance) ?? [];
        var next = 0;
        DateTimeOffset lastAt = default;
        while (true)
        {
            var rows = await heads.RowsAsync(instance, walk.Position, PageRows, cancellation);
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
