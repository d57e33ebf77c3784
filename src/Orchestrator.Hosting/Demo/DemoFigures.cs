using Orchestrator.Bpmn.Model;
using Orchestrator.Engine;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Hosting.Demo;

/// <summary>Reads every history once and makes the report; the time that the run took is its caller's to say.</summary>
internal static class DemoFigures
{
    private const int Page = 1_000;
    private const string Worker1 = "p1-worker";
    private const string StillOpen = "APERTA";
    private const string ClosedByTimeout = "CLOSED_BY_TIMEOUT";

    public static async Task<DemoReport> ReadAsync(DemoOptions options, EngineNode node, SortedDictionary<string, DemoMessages> messages, CancellationToken cancellation)
    {
        var rows = await InstancesAsync(node, cancellation);
        var graphs = new Dictionary<DefinitionKey, ProcessGraph>();
        foreach (var record in node.Definitions.All) graphs[record.Key] = (await node.Definitions.FindAsync(record.Key))!.Graph;
        var all = new List<InstanceFigures>();
        foreach (var row in rows) all.Add(await ReadAsync(node, graphs, row.Instance, cancellation));
        var verified = 0;
        await foreach (var report in node.Verification.VerifyAllAsync(cancellation))
            if (report.Sound) verified++;

        var cases = all.SelectMany(one => one.Cases).ToHashSet(StringComparer.Ordinal);
        var last = all.SelectMany(one => one.Pathways).Where(one => cases.Contains(one.Case) && !one.Moves)
            .GroupBy(one => one.Case).ToDictionary(group => group.Key, group => group.MaxBy(one => one.At).Outcome);
        var ends = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in cases) ends[last.GetValueOrDefault(one, StillOpen)] = ends.GetValueOrDefault(last.GetValueOrDefault(one, StillOpen)) + 1;
        return new(
            options.Scenario.Code, options.Seed, rows.Count, rows.Count(row => row.State != InstanceRowState.Active), verified, all.Sum(one => one.Events), cases.Count, ends,
            ends.GetValueOrDefault(StillOpen) + ends.GetValueOrDefault(ClosedByTimeout), FunnelOf(all.Where(one => one.ProcessId == Worker1).ToList()),
            new(all.Sum(one => one.Armed), all.Sum(one => one.Kept), all.Sum(one => one.Missed), all.Sum(one => one.Withdrawn)), all.Sum(one => one.Escalations), messages,
            ElementsOf(all), WallSeconds: 0);
    }

    private static DemoFunnel FunnelOf(List<InstanceFigures> workers) => new(
        workers.Count, workers.Count(one => one.Heard.Contains("BookingMade")), workers.Count(one => one.Elements.ContainsKey((Worker1, "choose-provider"))),
        workers.Count(one => one.Heard.Contains("ProviderChosen")), workers.Count(one => one.Elements.ContainsKey((Worker1, "accompaniment"))));

    private static SortedDictionary<string, SortedDictionary<string, int>> ElementsOf(List<InstanceFigures> all)
    {
        var elements = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        foreach (var ((process, element), count) in all.SelectMany(one => one.Elements))
        {
            if (!elements.TryGetValue(process, out var inProcess)) elements[process] = inProcess = new(StringComparer.Ordinal);
            inProcess[element] = inProcess.GetValueOrDefault(element) + count;
        }
        return elements;
    }

    private static async Task<IReadOnlyList<InstanceRow>> InstancesAsync(EngineNode node, CancellationToken cancellation)
    {
        var all = new List<InstanceRow>();
        while (true)
        {
            var page = await node.Queries.InstancesAsync(new InstanceQuery { Sort = InstanceSort.Key, Page = new(all.Count, Page) }, cancellation);
            all.AddRange(page.Items);
            if (!page.HasMore) return all;
        }
    }

    private static async Task<InstanceFigures> ReadAsync(
        EngineNode node, IReadOnlyDictionary<DefinitionKey, ProcessGraph> graphs, InstanceId instance, CancellationToken cancellation)
    {
        var figures = new InstanceFigures(graphs);
        for (long after = 0; ;)
        {
            var page = await node.History.PageAsync(instance, after, Page, cancellation);
            if (page.Count == 0) return figures;
            foreach (var one in page) figures.Add(one);
            after = page[^1].Position;
        }
    }
}
