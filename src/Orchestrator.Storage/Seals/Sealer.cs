namespace Orchestrator.Storage.Seals;

/// <summary>
/// Appends signed checkpoints to a file outside the database: at least every hour and at stop. A checkpoint lists the heads that moved since the last one,
/// so that afterwards nobody who can write the database can shorten or rewrite what is sealed without being found. One sealer works at a time, on whatever node:
/// a lock in the database and one beside the file see to it.
/// </summary>
public sealed class Sealer(SealedHeads heads, SealKey key, string path, TimeProvider time)
{
    /// <summary>Writes the next checkpoint, also when nothing changed: that too is worth knowing.</summary>
    /// <exception cref="SealBrokenException">The file is not the one that this database was sealed into: it is not continued before a person has looked.</exception>
    public async Task<Checkpoint> SealAsync(CancellationToken cancellation)
    {
        await using var turn = await heads.LockAsync(cancellation);
        using var alone = await SealFile.LockAsync(path, cancellation);
        return await AppendAsync(await LastAsync(cancellation), cancellation);
    }

    /// <summary>Begins another file, when the one before is lost for good: its first checkpoint lists every instance there is.</summary>
    /// <exception cref="SealBrokenException">The file is there.</exception>
    public async Task<Checkpoint> StartAnewAsync(CancellationToken cancellation)
    {
        await using var turn = await heads.LockAsync(cancellation);
        using var alone = await SealFile.LockAsync(path, cancellation);
        if (File.Exists(path)) throw new SealBrokenException($"Expected to begin a new file of checkpoints, but {path} is there: move it to where you keep such files, it still proves what it lists.");
        await heads.ForgetAsync(cancellation);
        return await AppendAsync(null, cancellation);
    }

    private async Task<Checkpoint> AppendAsync(Checkpoint? last, CancellationToken cancellation)
    {
        var (changed, tombstones, instances) = await heads.ChangedAsync(cancellation);
        var checkpoint = new Checkpoint((last?.Number ?? 0) + 1, time.GetUtcNow(), instances, last?.HashHex() ?? Checkpoint.NoPrevious, changed, tombstones);
        SealFile.Append(path, checkpoint, key.Sign(checkpoint.CanonicalBytes()));
        // Marked after the file has it: after a crash in between, the same heads are listed once more.
        await heads.MarkAsync(checkpoint, cancellation);
        return checkpoint;
    }

    // A last checkpoint that a crash cut off is written anew: what stands before it is whole.
    private async Task<Checkpoint?> LastAsync(CancellationToken cancellation)
    {
        var known = await heads.LastAsync(cancellation);
        var last = SealFile.Last(path);
        if (known.WhyNotEndingWith(last?.Checkpoint) is { } wrong)
            throw new SealBrokenException(File.Exists(path)
                ? $"{path} is not continued: {wrong}. Put the right file back; when it is lost for good, move this one away and run 'seal --new-file'."
                : $"Expected the checkpoints up to {known.Number} in {path}, but there is no such file: put it back. "
                    + "All nodes of a database seal into one file (Seals:File), or one node alone seals (Seals:Enabled); when the file is lost for good, run 'seal --new-file'.");
        if (last is null) return null;
        if (!key.Verify(last.Checkpoint.CanonicalBytes(), last.Signature))
            throw new SealBrokenException($"{path} is not continued: checkpoint {last.Checkpoint.Number} is not signed by a key of {key.Origin}. Give every node the same Seals:KeyFile, and keep the public halves of earlier keys in its .pub file.");
        if (last.Checkpoint.Number > known.Number && await heads.MissingAsync(last.Checkpoint, cancellation) is { } missing)
            throw new SealBrokenException($"{path} is not continued: checkpoint {last.Checkpoint.Number} lists instance {missing}, which this database does not hold like that: it is the file of another database.");
        return last.Checkpoint;
    }
}
