using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Hosting.Maintenance;
using Orchestrator.Storage.Seals;

namespace Orchestrator.Cli.Verbs;

/// <summary>Writes a checkpoint now: before a copy is sent away, after a purge, or to begin another file.</summary>
internal static class SealVerb
{
    private const string NewFile = "--new-file";

    public static readonly Verb Verb = new("seal", "[--new-file]", "Writes the next checkpoint into the configured file of seals.",
        [new(NewFile, null, "Begins another file, when the one before is lost for good; its first checkpoint lists every instance."), .. OpenDatabase.Options], RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        if (arguments.Rest.Count > 0) throw new UsageException($"Expected no words after seal, but found {arguments.Rest[0]}.");
        await using var database = await OpenDatabase.OpenAsync(arguments, terminal, cancellation);
        try
        {
            var checkpoint = await database.Services.GetRequiredService<SealDesk>().SealAsync(arguments.Has(NewFile), cancellation);
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"checkpoint {checkpoint.Number}: {checkpoint.Heads.Count} heads, {checkpoint.Tombstones.Count} tombstones, {checkpoint.Instances} instances"));
            return ExitCode.Fine;
        }
        catch (Exception refused) when (refused is SealBrokenException or IOException)
        {
            terminal.Error.WriteLine(refused.Message);
            return ExitCode.Found;
        }
    }
}
