using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Server.Client.Deadlines;

/// <summary>Tasks that exist because a term passed, and what led to them, out of history.</summary>
internal sealed class Escalations(HumanTaskDesk tasks, HistoryService history, DefinitionCatalog definitions, CaseRights rights, CaseNames names, TaskViews views)
{
    private const int LimitMax = 200;
    private const int PageEvents = 1_000;

    public async Task<Outcome<EscalationPage>> ListAsync(ActingUser user, int offset, int limit, CancellationToken cancellation)
    {
        if (Refused.WhyNotPage(offset, limit, LimitMax) is { } refused) return refused;
        if (!CaseRights.SeesTasks(user)) return new EscalationPage([], 0);
        var page = await tasks.SearchAsync(
            new() { State = TaskRowState.Created, Escalation = true, VisibleTo = CaseRights.TasksOf(user), Sort = TaskSort.CreatedAt, Page = new(offset, limit) }, cancellation);
        var summaries = await views.OfAsync(page.Items, cancellation);
        var found = new List<EscalationView>(summaries.Count);
        for (var i = 0; i < summaries.Count; i++) found.Add(new(summaries[i], await TermNameAsync(page.Items[i])));
        return new EscalationPage(found, page.Total);
    }

    public async Task<Outcome<EscalationLadder>> LadderAsync(ActingUser user, long taskKey, CancellationToken cancellation)
    {
        if (taskKey <= 0 || !CaseRights.SeesTasks(user)) return Missing(taskKey);
        var page = await tasks.SearchAsync(new() { Key = new(taskKey), VisibleTo = CaseRights.TasksOf(user), Page = new(0, 1) }, cancellation);
        if (page.Items is not [{ EscalationOf: { } timer } row]) return Missing(taskKey);
        var graph = (await definitions.FindAsync(row.Definition))!.Graph;
        var told = new LadderHistory(row.Key, new ElementId(timer));
        for (long after = 0; await history.PageAsync(row.Instance, after, PageEvents, cancellation) is { Count: > 0 } events; after = events[^1].Position)
            foreach (var entry in events) told.Add(entry);
        await names.LearnAsync(told.Rungs.Select(rung => rung.Person), cancellation);
        var rungs = new List<LadderRung>();
        foreach (var rung in told.Rungs) rungs.Add(new(rung.Step, rung.At, await NameAsync(graph, rung, cancellation)));
        return new EscalationLadder(new(await views.OfAsync(row, cancellation), await TermNameAsync(row)), rungs) { MayOpenCase = await rights.MayOpenAsync(user, row.Instance, cancellation) };
    }

    private async Task<string> NameAsync(ProcessGraph graph, LadderHistory.Rung rung, CancellationToken cancellation) => rung.Person is { } person
        ? await names.PersonAsync(person, cancellation) ?? person
        : rung.Step == LadderStep.TermPassed ? TermElements.NameOf(graph, rung.Element) : graph.Find(rung.Element)?.Name ?? rung.Element.Value;

    private async Task<string> TermNameAsync(TaskRow row) =>
        (await definitions.FindAsync(row.Definition)) is { } process ? TermElements.NameOf(process.Graph, new(row.EscalationOf!)) : row.EscalationOf!;

    private static Refusal Missing(long task) => new(RefusalKind.NotFound, "EscalationNotFound", $"Expected an escalation {task}, but there is none that you may see.");
}
