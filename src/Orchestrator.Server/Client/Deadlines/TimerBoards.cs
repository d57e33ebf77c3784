using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Engine.Timers;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client.Deadlines;

/// <summary>The timers of the engine as a page shows them.</summary>
internal sealed class TimerBoards(IQueries queries, InstanceDesk instances, DefinitionCatalog definitions, CaseNames names, Lateness lateness, TimeProvider time) : ITimers
{
    private const int LimitMax = 200;

    public async Task<Outcome<TimerBoard>> BoardAsync(ActingUser user, int offset, int limit, CancellationToken cancellation)
    {
        if (Refused.WhyNotPage(offset, limit, LimitMax) is { } refused) return refused;
        if (!user.Has(Roles.Supervisor, Roles.Admin)) return Refused.NotAllowed("Expected a supervisor or an administrator: others do not look at the engine's timers.");
        var now = time.GetUtcNow();
        var page = await queries.TimersAsync(new TimerQuery { Page = new(offset, limit) }, cancellation);
        var first = offset == 0 && page.Items.Count > 0 ? page : await queries.TimersAsync(new TimerQuery { Page = new(0, 1) }, cancellation);
        var armed = await queries.CountTimersAsync(new(), cancellation);
        var overdue = await queries.CountTimersAsync(new() { DueBefore = now }, cancellation);
        return new TimerBoard(
            await ViewsAsync(page.Items, now, cancellation), armed, overdue, first.Items is [var next, ..] ? next.DueAt : null,
            [.. lateness.Counts.Select((count, i) => new LatenessClass(i < Lateness.Bounds.Count ? Lateness.Bounds[i] : null, count))], lateness.Greatest);
    }

    private async Task<IReadOnlyList<TimerView>> ViewsAsync(IReadOnlyList<TimerRow> rows, DateTimeOffset now, CancellationToken cancellation)
    {
        var states = new Dictionary<InstanceId, InstanceState?>();
        foreach (var instance in rows.Select(row => row.Instance).Distinct()) states[instance] = await instances.StateAsync(instance);
        await names.LearnCompaniesAsync(states.Values.Select(state => state?.BusinessKey), cancellation);
        var views = new List<TimerView>(rows.Count);
        foreach (var row in rows)
        {
            // It may have fired since the row was read.
            if (states[row.Instance] is not { } state || TimerForecast.ProcessOf(state, row.Host) is not { } process) continue;
            var graph = (await definitions.FindAsync(process.Definition))!.Graph;
            var element = new Bpmn.Model.ElementId(row.Element);
            views.Add(new(
                row.Key.Value, graph.Find(element)?.Name ?? row.Element, await names.CaseAsync(row.Instance, state.Definition, state.ProcessId, state.BusinessKey, cancellation), row.DueAt,
                TermElements.IsTerm(graph, element)) { Overdue = row.DueAt < now });
        }
        return views;
    }
}
