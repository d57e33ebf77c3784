using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Engine.History;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Hosting.Maintenance;
using Orchestrator.Interpreter;
using Orchestrator.Storage;
using Orchestrator.Storage.Seals;

namespace Orchestrator.Cli.Verbs;

/// <summary>Proves all histories: chains against the checkpoints, replay, and rows against replay.</summary>
internal static class VerifyVerb
{
    private const string Seals = "--seals";
    private const string Key = "--key";
    private const string NoSeals = "--no-seals";
    private const string Rebuild = "--rebuild";
    private const int ShownMax = 100;

    public static readonly Verb Verb = new("verify", "[--seals FILE] [--key FILE] [--rebuild]", "Verifies every history: its hash chain against the seals, its replay, and the rows that must follow from it.",
        [
            new(Seals, "FILE", "The file of checkpoints; the configured one (Seals:File) otherwise."),
            new(Key, "FILE", "The public key that signed them, in PEM form; the one beside the configured key otherwise."),
            new(NoSeals, null, "Checks chains and rows without checkpoints."),
            new(Rebuild, null, "Replaces rows that differ by what history says; a broken chain is never touched."),
            .. OpenDatabase.Options,
        ], RunAsync)
    {
        Details = "Prints each bad place, the first of each instance. Exit code 1 when there is one.",
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        if (arguments.Rest.Count > 0) throw new UsageException($"Expected no words after verify, but found {arguments.Rest[0]}.");
        await using var database = await OpenDatabase.OpenAsync(arguments, terminal, cancellation);
        var findings = await SealsAsync(arguments, terminal, database, cancellation);
        return await RowsAsync(arguments, terminal, database.Runtime.Node.Verification, findings, cancellation);
    }

    /// <summary>Chains and checkpoints. What is wrong with the file as a whole is printed here, what is wrong with an instance is given back.</summary>
    private static async Task<IReadOnlyList<SealFinding>> SealsAsync(Arguments arguments, Terminal terminal, OpenDatabase database, CancellationToken cancellation)
    {
        var places = database.Services.GetRequiredService<Places>();
        var heads = database.Runtime.Storage.Heads;
        var file = FileOf(arguments, terminal, places);
        using var key = file is null ? null : KeyOf(arguments, terminal, places);
        var report = await new SealVerifier(heads).VerifyAsync(file, key, cancellation);
        List<SealFinding> findings = [.. report.Findings];
        if (file is not null)
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{report.Checkpoints} checkpoints{(report.SealedAt is { } at ? $", the last of {at.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z" : "")}; {report.Purged} purged; signatures {(key is null ? "not checked: give --key" : "checked")}"));
        else if (!arguments.Has(NoSeals) && await heads.LastAsync(cancellation) is var known && known != LastSeal.None)
            findings.Insert(0, new(0, 0, $"{SealDesk.MissingFile(known)}: give --seals, or --no-seals"));
        foreach (var finding in findings.Where(finding => finding.Instance == 0)) terminal.Out.WriteLine($"seals: {finding}");
        return findings;
    }

    private static async Task<int> RowsAsync(
        Arguments arguments, Terminal terminal, VerificationService verification, IReadOnlyList<SealFinding> findings, CancellationToken cancellation)
    {
        var ofInstances = findings.Where(finding => finding.Instance != 0).ToLookup(finding => finding.Instance);
        HashSet<long> bad = [], seen = [];
        long instances = 0, events = 0, erased = 0;
        await foreach (var report in verification.VerifyAllAsync(cancellation))
        {
            instances++;
            events += report.Events;
            if (report.Erased) erased++;
            seen.Add(report.Instance.Number);
            if (report.Sound && !ofInstances.Contains(report.Instance.Number)) continue;
            bad.Add(report.Instance.Number);
            if (bad.Count <= ShownMax) Print(report, ofInstances[report.Instance.Number], terminal);
            if (arguments.Has(Rebuild) && report.Differences.Count > 0)
                terminal.Out.WriteLine(await verification.RebuildAsync(report.Instance, cancellation) ? "  rows rebuilt" : "  rows not rebuilt: the chain is broken, or the instance is moving");
        }
        foreach (var gone in ofInstances.Where(one => !seen.Contains(one.Key) && bad.Add(one.Key)))
            foreach (var finding in gone) terminal.Out.WriteLine(finding.ToString());
        foreach (var stray in await verification.VerifyStrayAsync(cancellation))
        {
            bad.Add(stray.Instance.Number);
            Print(stray, [], terminal);
            if (arguments.Has(Rebuild)) terminal.Out.WriteLine("  rows removed");
        }
        if (arguments.Has(Rebuild)) await verification.DropStrayAsync(cancellation);
        terminal.Out.WriteLine($"{instances} instances, {events} events, {bad.Count} bad{(erased > 0 ? $", {erased} erased" : "")}");
        return findings.Count > 0 || bad.Count > 0 ? ExitCode.Found : ExitCode.Fine;
    }

    private static string? FileOf(Arguments arguments, Terminal terminal, Places places)
    {
        if (arguments.Has(NoSeals)) return arguments.Value(Seals) is null ? null : throw new UsageException($"Expected {Seals} or {NoSeals}, but found both.");
        if (arguments.Value(Seals) is not { } given) return File.Exists(places.SealFile) ? places.SealFile : null;
        var path = terminal.PathOf(given);
        return File.Exists(path) ? path : throw new UsageException($"Expected a file of checkpoints, but there is none at {path}.");
    }

    private static SealKey? KeyOf(Arguments arguments, Terminal terminal, Places places)
    {
        var path = arguments.Value(Key) is { } given ? terminal.PathOf(given) : SealKey.PublicFileOf(places.SealKeyFile);
        if (arguments.Value(Key) is null && !File.Exists(path)) return null;
        try
        {
            return SealKey.PublicFromFile(path);
        }
        catch (StorageStartException refused)
        {
            throw new UsageException(refused.Message);
        }
    }

    private static void Print(InstanceReport report, IEnumerable<SealFinding> findings, Terminal terminal)
    {
        terminal.Out.WriteLine($"instance {ScopeKey.RootOf(report.Instance)}:");
        foreach (var finding in findings) terminal.Out.WriteLine($"  position {finding.Position}: {finding.What}");
        // The same break is seen by both walks; the seals know more about it.
        if (report.Break is { } broken && !findings.Any()) terminal.Out.WriteLine($"  history breaks at position {broken.Position}: {broken.Reason}");
        foreach (var difference in report.Differences) terminal.Out.WriteLine($"  {difference.Table} {difference.Key}: {difference.Message}");
    }
}
