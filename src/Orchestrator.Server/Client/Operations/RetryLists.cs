using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Batches;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Incidents;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client.Operations;

/// <summary>Frozen lists of incidents for the pages. Who retries one incident of every case retries many; the list itself shows cases, so nobody else sees it.</summary>
internal sealed class RetryLists(RetryDesk retries, BatchDesk batches, IQueries queries, DefinitionCatalog definitions, CaseNames names)
{
    private const int LimitMax = 200;

    public async Task<Outcome<Guid>> FreezeAsync(ActingUser user, FailureKey failure, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (!Enum.TryParse<IncidentKind>(failure.Code, out var kind))
            return new Refusal(RefusalKind.Invalid, "Invalid", $"Expected a kind of incident, but found {failure.Code}.") { Fields = [new("code", "unknown", "Expected a kind of incident.")] };
        var (list, rejection) = await retries.FreezeAsync(user.UserName, new(failure.ProcessId, failure.ElementId, kind, IncidentGroup.Alike(failure.Message)), cancellation);
        return rejection is null ? list!.Id : Refused.From(rejection);
    }

    public async Task<Outcome<RetryList>> ReadAsync(ActingUser user, RetryListQuery query, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (Refused.WhyNotPage(query.Offset, query.Limit, LimitMax) is { } wrong) return wrong;
        if (await FindAsync(query.List, cancellation) is not { } batch) return Missing(query.List);
        var counts = await batches.CountsAsync(batch.Id, cancellation);
        var page = await batches.RowsAsync(batch.Id, null, query.Outcome is { } outcome ? (BatchOutcome)outcome : null, new(query.Offset, query.Limit), cancellation);
        var group = IncidentGroup.Of(batch);
        var graph = (await definitions.LatestAsync(group.ProcessId))?.Graph;
        int Of(BatchOutcome one) => counts.Where(count => count.Outcome == one).Sum(count => count.Count);
        return new RetryList(
            batch.Id, batch.Hash, (RetryListState)batch.State, new(group.ProcessId, group.Element, group.Kind.ToString(), group.Message), graph?.Name ?? group.ProcessId,
            graph?.Find(new ElementId(group.Element))?.Name ?? group.Element, batch.CreatedBy, batch.CreatedAt, batch.Rows, Of(BatchOutcome.Done), Of(BatchOutcome.Moved), Of(BatchOutcome.Refused),
            await RowsAsync(page.Items, cancellation));
    }

    public async Task<Outcome<bool>> ExecuteAsync(ActingUser user, Guid list, string hash, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (await FindAsync(list, cancellation) is null) return Missing(list);
        return await batches.ExecuteAsync(list, hash, user.UserName, cancellation) is { } rejection ? Refused.From(rejection) : true;
    }

    public async Task<Outcome<bool>> StopAsync(ActingUser user, Guid list, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (await FindAsync(list, cancellation) is null) return Missing(list);
        return await batches.StopAsync(list, cancellation) is { } rejection ? Refused.From(rejection) : true;
    }

    private static Refusal? WhyNot(ActingUser user) =>
        CaseRights.MayRepair(user) ? null : Refused.NotAllowed("Expected a supervisor or an operator who coordinates: others do not retry incidents.");

    // A list of another kind is none for this page.
    private async Task<Batch?> FindAsync(Guid id, CancellationToken cancellation) => await batches.FindAsync(id, cancellation) is { Kind: BatchKind.Retry } batch ? batch : null;

    private async Task<IReadOnlyList<RetryRow>> RowsAsync(IReadOnlyList<BatchRow> rows, CancellationToken cancellation)
    {
        var views = new List<RetryRow>(rows.Count);
        foreach (var row in rows)
        {
            if (await queries.InstanceAsync(row.Key.Instance, cancellation) is not { } instance) continue;
            var one = await names.CaseAsync(instance.Instance, instance.Definition, instance.ProcessId, instance.BusinessKey, cancellation);
            views.Add(new(row.Key.Value, one, row.Message, row.Outcome is { } outcome ? (RetryOutcome)outcome : null, row.OutcomeMessage));
        }
        return views;
    }

    private static Refusal Missing(Guid id) => new(RefusalKind.NotFound, "ListNotFound", $"Expected a list {id}, but there is none: those that nobody carried out are forgotten after a week.");
}
