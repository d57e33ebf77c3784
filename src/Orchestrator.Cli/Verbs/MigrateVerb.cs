using System.Collections.Immutable;
using System.Globalization;
using Orchestrator.Engine;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Cli.Verbs;

/// <summary>Running processes of a version go on under another: rehearsed, then exactly the list that was shown.</summary>
internal static class MigrateVerb
{
    private const string Map = "--map";
    private const string Execute = "--execute";
    private const string By = "--by";
    private const int ShownMax = 100;

    public static readonly Verb Verb = new("migrate", "PROCESS FROM TO [--map A=B,C=D] | LIST [--execute HASH]", "Rehearses a migration of all running processes of a version, shows a list, or carries exactly that list out.",
        [
            new(Map, "PAIRS", "Elements whose id is another in the target: old=new, comma between pairs."),
            new(Execute, "HASH", "Carries the list out; the hash is that of the list as it was shown."),
            new(By, "ACCOUNT", "Who does it, for list and history; system:cli otherwise."),
            .. OpenDatabase.Options,
        ], RunAsync)
    {
        Details = "A rehearsal changes nothing. Prints how many rows have which verdict and what became of them, each row that cannot or did not go on, then list and hash. Exit code 1 when there is such a row.",
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        var rehearsal = arguments.Rest.Count == 3;
        if (!rehearsal && arguments.Rest.Count != 1) throw new UsageException($"Expected a process and two versions, or a list, but found {arguments.Rest.Count} words.");
        if (rehearsal && arguments.Has(Execute)) throw new UsageException("Expected a rehearsal first: look at its list, then carry that out.");
        if (!rehearsal && arguments.Has(Map)) throw new UsageException($"Expected {Map} with a rehearsal, but a list has its mapping already.");
        await using var database = await OpenDatabase.OpenAsync(arguments, terminal, cancellation);
        var node = database.Runtime.Node;
        var by = arguments.Value(By) ?? "system:cli";
        var list = rehearsal ? await RehearseAsync(node, arguments, by, cancellation) : await FindAsync(node, arguments.Rest[0], cancellation);
        if (arguments.Value(Execute) is { } hash)
        {
            if (await node.Batches.ExecuteAsync(list.Id, hash, by, cancellation) is { } refused) throw new UsageException(refused.Message);
            await node.CarryOutAsync(list.Id, cancellation);
            list = await FindAsync(node, $"{list.Id}", cancellation);
        }
        return await PrintAsync(node, list, terminal, cancellation);
    }

    private static async Task<Batch> RehearseAsync(EngineNode node, Arguments arguments, string by, CancellationToken cancellation)
    {
        var process = arguments.Rest[0];
        var source = await VersionAsync(node, process, arguments.Rest[1]);
        var target = await VersionAsync(node, process, arguments.Rest[2]);
        var (list, rejection) = await node.Migrations.RehearseAsync(null, by, new(source, target, Mapping(arguments.Value(Map))), cancellation);
        return list ?? throw new UsageException(rejection!.Message);
    }

    private static async Task<DefinitionKey> VersionAsync(EngineNode node, string process, string version) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (await node.Definitions.VersionAsync(process, number))?.Key ?? throw new UsageException($"Expected version {number} of '{process}', but there is none.")
            : throw new UsageException($"Expected the number of a version, but found '{version}'.");

    private static ImmutableArray<ElementMapping> Mapping(string? pairs) =>
    [
        .. (pairs ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(pair => pair.Split('=') is [{ Length: > 0 } from, { Length: > 0 } to]
            ? new ElementMapping(new(from.Trim()), new(to.Trim()))
            : throw new UsageException($"Expected pairs old=new after {Map}, but found '{pair}'.")),
    ];

    private static async Task<Batch> FindAsync(EngineNode node, string list, CancellationToken cancellation)
    {
        if (!Guid.TryParse(list, out var id)) throw new UsageException($"Expected the id of a list, a UUID, but found '{list}'.");
        return await node.Batches.FindAsync(id, cancellation) is { Kind: BatchKind.Migration } found ? found : throw new UsageException($"Expected a rehearsed migration {id}, but there is none.");
    }

    private static async Task<int> PrintAsync(EngineNode node, Batch list, Terminal terminal, CancellationToken cancellation)
    {
        var counts = await node.Batches.CountsAsync(list.Id, cancellation);
        foreach (var count in counts.OrderBy(one => one.Verdict, StringComparer.Ordinal).ThenBy(one => one.Outcome))
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count.Count,7}  {count.Verdict}{(count.Outcome is { } outcome ? $", {outcome.ToString().ToLowerInvariant()}" : "")}"));
        var shown = 0;
        for (var from = 0; shown < ShownMax; from += ShownMax)
        {
            var page = await node.Batches.RowsAsync(list.Id, null, null, new Paging(from, ShownMax), cancellation);
            foreach (var row in page.Items.Where(IsWrong).Take(ShownMax - shown))
            {
                shown++;
                terminal.Out.WriteLine($"{row.Key}: {(row.Verdict == BatchRow.Ok ? $"{row.Outcome?.ToString().ToLowerInvariant()}: {row.OutcomeMessage ?? "it has gone on since the rehearsal"}" : $"{row.Verdict} ({row.Reason}): {row.Message}")}");
            }
            if (!page.HasMore) break;
        }
        var wrong = counts.Where(one => one.Verdict != BatchRow.Ok || one.Outcome is BatchOutcome.Moved or BatchOutcome.Refused).Sum(one => one.Count);
        if (wrong > shown) terminal.Out.WriteLine($"… and {wrong - shown} more");
        terminal.Out.WriteLine($"{list.Rows} running, {wrong} cannot or did not go on; {list.State.ToString().ToLowerInvariant()}");
        terminal.Out.WriteLine($"list {list.Id} hash {list.Hash}");
        return wrong > 0 ? ExitCode.Found : ExitCode.Fine;
    }

    private static bool IsWrong(BatchRow row) => row.Verdict != BatchRow.Ok || row.Outcome is BatchOutcome.Moved or BatchOutcome.Refused;
}
