using Orchestrator.Engine.History;
using Orchestrator.Interpreter;

namespace Orchestrator.Cli.Verbs;

/// <summary>Proves all histories: chains, replay, rows.</summary>
internal static class VerifyVerb
{
    private const string Rebuild = "--rebuild";
    private const int ShownMax = 100;

    public static readonly Verb Verb = new("verify", "[--rebuild]", "Verifies every history: its hash chain, its replay, and the rows that must follow from it.",
        [new(Rebuild, null, "Replaces rows that differ by what history says; a broken chain is never touched."), .. OpenDatabase.Options], RunAsync)
    {
        Details = "Prints each bad place. Exit code 1 when there is one.",
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        if (arguments.Rest.Count > 0) throw new UsageException($"Expected no words after verify, but found {arguments.Rest[0]}.");
        await using var database = await OpenDatabase.OpenAsync(arguments, terminal, cancellation);
        var verification = database.Runtime.Node.Verification;
        long instances = 0, events = 0, bad = 0;
        await foreach (var report in verification.VerifyAllAsync(cancellation))
        {
            instances++;
            events += report.Events;
            if (report.Sound) continue;
            bad++;
            if (bad <= ShownMax) Print(report, terminal);
            if (arguments.Has(Rebuild) && report.Break is null)
                terminal.Out.WriteLine(await verification.RebuildAsync(report.Instance, cancellation) ? "  rows rebuilt" : "  rows not rebuilt: the instance is moving");
        }
        terminal.Out.WriteLine($"{instances} instances, {events} events, {bad} bad");
        return bad > 0 ? ExitCode.Found : ExitCode.Fine;
    }

    private static void Print(InstanceReport report, Terminal terminal)
    {
        terminal.Out.WriteLine($"instance {ScopeKey.RootOf(report.Instance)}:");
        if (report.Break is { } broken) terminal.Out.WriteLine($"  history breaks at position {broken.Position}: {broken.Reason}");
        foreach (var difference in report.Differences) terminal.Out.WriteLine($"  {difference.Table} {difference.Key}: {difference.Message}");
    }
}
