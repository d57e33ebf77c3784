namespace Orchestrator.Storage.Seals;

/// <summary>
/// Appends signed checkpoints to a file outside the database: at least every hour and at stop. A checkpoint lists the heads that moved since the last one,
/// so that afterwards nobody who can write the database can shorten or rewrite what is sealed without being found.
/// </summary>
public sealed class Sealer(SealedHeads heads, SealKey key, string path, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Writes the next checkpoint, also when nothing changed: that too is worth knowing.</summary>
    /// <exception cref="SealBrokenException">The file was changed by somebody: it is not continued before a person has looked.</exception>
    public async Task<Checkpoint> SealAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var last = LastCheckpoint();
            var (changed, tombstones, instances) = await heads.ChangedAsync(cancellation);
            var checkpoint = new Checkpoint((last?.Number ?? 0) + 1, time.GetUtcNow(), instances, last?.HashHex() ?? Checkpoint.NoPrevious, changed, tombstones);
            SealFile.Append(path, checkpoint, key.Sign(checkpoint.CanonicalBytes()));
            // Marked after the file has it: after a crash in between, the same heads are listed once more.
            await heads.MarkAsync(checkpoint, cancellation);
            return checkpoint;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    // A last checkpoint that a crash cut off is written anew: what stands before it is whole.
    private Checkpoint? LastCheckpoint() => File.Exists(path) && SealFile.ReadWhole(path) is [.., var last] ? last.Checkpoint : null;
}
