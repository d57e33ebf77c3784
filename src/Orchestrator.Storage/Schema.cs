using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Storage;

/// <summary>Bringing a schema up to date.</summary>
internal static class Schema
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    /// <exception cref="StorageStartException">The schema is newer than this program, or another program migrates it and does not end.</exception>
    public static async Task ApplyAsync(DbContext context, string database, CancellationToken cancellation)
    {
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        if (applied.Find(migration => !known.Contains(migration)) is { } unknown)
            throw new StorageStartException($"The database {database} was written by a newer version of the program (its schema holds '{unknown}', which this version does not know): start that version, or restore a backup from before the upgrade.");
        if (applied.Count == known.Count) return;

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_patience);
        try
        {
            await context.Database.MigrateAsync(limit.Token);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new StorageStartException($"The schema of {database} is being changed by another program, or one died while it did: when none runs, empty the table __EFMigrationsLock and start again.", late);
        }
    }
}
