using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Batches;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Migrating;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client.Migrating;

/// <summary>Frozen lists of migrations as the pages know them.</summary>
internal sealed class MigrationReports(BatchDesk batches, DefinitionCatalog definitions, IQueries queries, CaseNames names)
{
    /// <summary>The list alone, without rows.</summary>
    public async Task<MigrationReport> OfAsync(Batch batch, CancellationToken cancellation)
    {
        var target = MigrationTarget.Of(batch);
        var counts = await batches.CountsAsync(batch.Id, cancellation);
        int Sum(Func<BatchCount, bool> which) => counts.Where(which).Sum(count => count.Count);
        return new(
            batch.Id, batch.Hash, batch.Subject, await VersionAsync(target.Source), await VersionAsync(target.Target), ProgressOf(batch.State),
            await names.PersonAsync(batch.CreatedBy, cancellation) ?? batch.CreatedBy, batch.CreatedAt)
        {
            Mapping = [.. target.Mapping.Select(pair => new MigrationPair(pair.Source.Value, pair.Target.Value))],
            StartedBy = await names.PersonAsync(batch.StartedBy, cancellation) ?? batch.StartedBy,
            StartedAt = batch.StartedAt,
            EndedAt = batch.EndedAt,
            Total = batch.Rows,
            Good = Sum(count => count.Verdict == BatchRow.Ok),
            NeedsMapping = Sum(count => count.Verdict == MigrationWords.Of(MigrationVerdict.NeedsMapping)),
            Impossible = Sum(count => count.Verdict == MigrationWords.Of(MigrationVerdict.Impossible)),
            Done = Sum(count => count.Outcome == BatchOutcome.Done),
            Moved = Sum(count => count.Outcome == BatchOutcome.Moved),
            Refused = Sum(count => count.Outcome == BatchOutcome.Refused),
        };
    }

    public async Task<MigrationReport> OfAsync(Batch batch, MigrationRows rows, bool mayOpenCases, CancellationToken cancellation)
    {
        BatchOutcome? outcome = rows.Outcome switch
        {
            MigrationOutcome.Done => BatchOutcome.Done,
            MigrationOutcome.Moved => BatchOutcome.Moved,
            MigrationOutcome.Refused => BatchOutcome.Refused,
            _ => null,
        };
        var page = await batches.RowsAsync(batch.Id, rows.Verdict, outcome, new Paging(rows.Offset, rows.Limit), cancellation);
        var target = MigrationTarget.Of(batch);
        var (source, entered) = ((await definitions.FindAsync(target.Source))?.Graph, (await definitions.FindAsync(target.Target))?.Graph);
        var shown = new List<MigrationRow>(page.Items.Count);
        foreach (var row in page.Items) shown.Add(await RowAsync(row, source, entered, cancellation));
        return await OfAsync(batch, cancellation) with { Rows = shown, HasMore = page.HasMore, MayOpenCases = mayOpenCases };
    }

    private async Task<MigrationRow> RowAsync(BatchRow row, ProcessGraph? source, ProcessGraph? target, CancellationToken cancellation)
    {
        var element = row.Element is { } id ? new ElementId(id) : (ElementId?)null;
        return new(row.Key.Value, ScopeKey.RootOf(row.Key.Instance).Value, (await queries.InstanceAsync(row.Key.Instance, cancellation))?.BusinessKey, row.Verdict)
        {
            Reason = row.Reason,
            ElementId = row.Element,
            ElementName = element is { } named ? NameOf(source, named) ?? NameOf(target, named) : null,
            Message = row.OutcomeMessage ?? row.Message,
            Outcome = row.Outcome switch
            {
                BatchOutcome.Done => MigrationOutcome.Done,
                BatchOutcome.Moved => MigrationOutcome.Moved,
                BatchOutcome.Refused => MigrationOutcome.Refused,
                _ => null,
            },
        };
    }

    private static string? NameOf(ProcessGraph? graph, ElementId element) =>
        graph is null ? null : graph.Find(element)?.Name ?? (graph.FindFlow(element) is { } flow ? StoryTeller.WayOf(graph, flow) : null);

    private async Task<int> VersionAsync(DefinitionKey key) => (await definitions.FindAsync(key))?.Version ?? 0;

    private static MigrationProgress ProgressOf(BatchState state) => state switch
    {
        BatchState.Rehearsed => MigrationProgress.Rehearsed,
        BatchState.Running => MigrationProgress.Running,
        BatchState.Stopped => MigrationProgress.Stopped,
        BatchState.Done => MigrationProgress.Done,
        _ => throw new InvariantBrokenException($"No progress for state {state}."),
    };
}
