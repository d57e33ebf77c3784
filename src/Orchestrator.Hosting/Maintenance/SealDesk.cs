using Microsoft.Extensions.Logging;
using Orchestrator.Hosting.Composition;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Seals;

namespace Orchestrator.Hosting.Maintenance;

/// <summary>Seals the open database into the configured file, and checks histories against it.</summary>
public sealed class SealDesk(EngineRuntime runtime, Places places, OrchestratorOptions options, TimeProvider time, ILogger<SealDesk> log)
{
    /// <summary>Writes the next checkpoint.</summary>
    /// <param name="newFile">Begins another file, because the one before is lost for good.</param>
    /// <exception cref="SealBrokenException">The file is not the one that this database was sealed into.</exception>
    public async Task<Checkpoint> SealAsync(bool newFile, CancellationToken cancellation)
    {
        // Read each time: a key that was replaced signs the next checkpoint.
        using var key = SealKey.FromFile(places.SealKeyFile);
        var sealer = new Sealer(runtime.Storage.Heads, key, places.SealFile, time);
        var checkpoint = newFile ? await sealer.StartAnewAsync(cancellation) : await sealer.SealAsync(cancellation);
        log.Sealed(checkpoint.Heads.Count, checkpoint.Number);
        return checkpoint;
    }

    /// <summary>The same for a schedule: a failure is logged and never thrown.</summary>
    /// <param name="next">When it will be tried again, for the log.</param>
    /// <returns>Whether there is a new checkpoint.</returns>
    public async Task<bool> TrySealAsync(string next, CancellationToken cancellation)
    {
        try
        {
            await SealAsync(newFile: false, cancellation);
            return true;
        }
#pragma warning disable CA1031 // A full disk, a lost connection, a file that somebody changed: the program goes on and says so again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.SealingFailed(failure, next);
            return false;
        }
    }

    /// <summary>When the last checkpoint was written; null where there is none: never sealed, or this node does not seal and has no file.</summary>
    /// <exception cref="SealBrokenException">The file does not end as the database knows it.</exception>
    public async Task<DateTimeOffset?> LastAsync(CancellationToken cancellation)
    {
        var known = await runtime.Storage.Heads.LastAsync(cancellation);
        var last = SealFile.Last(places.SealFile)?.Checkpoint;
        if (last is null && (known == LastSeal.None || !options.Seals.Enabled)) return null;
        return known.WhyNotEndingWith(last) is { } wrong ? throw new SealBrokenException(wrong) : last!.At;
    }

    /// <summary>Checks one instance against the checkpoints.</summary>
    /// <returns>Null where there is nothing to compare with: never sealed, or this node does not seal and has no file.</returns>
    public async Task<InstanceSeals?> VerifyAsync(InstanceId instance, CancellationToken cancellation)
    {
        var verifier = new SealVerifier(runtime.Storage.Heads);
        if (!File.Exists(places.SealFile))
        {
            var known = await runtime.Storage.Heads.LastAsync(cancellation);
            return known == LastSeal.None || !options.Seals.Enabled ? null : new InstanceSeals(null, null, 0, new SealFinding(0, 0, MissingFile(known)));
        }
        var publicKey = SealKey.PublicFileOf(places.SealKeyFile);
        using var key = File.Exists(publicKey) ? SealKey.PublicFromFile(publicKey) : null;
        return await verifier.VerifyAsync(places.SealFile, key, instance.Number, cancellation);
    }

    /// <summary>What is said when the database was sealed and the file is not there.</summary>
    public static string MissingFile(LastSeal known) => $"the database was sealed up to checkpoint {known.Number}, but the file of checkpoints is not where it is configured to be";
}
