using System.Globalization;
using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>The terms of a case with both their dates: what the definition declares as <c>orch:deadline</c>, out of the case's variables and timers.</summary>
internal sealed class TermReader(DefinitionCatalog definitions, HistoryService history, FeelWorld world)
{
    private const int PageEvents = 1_000;

    /// <summary>All terms, the nearest first.</summary>
    public async Task<IReadOnlyList<TermView>> OfAsync(InstanceState state, CancellationToken cancellation)
    {
        var process = await definitions.FindAsync(state.Definition);
        if (process is null || process.Graph.Deadlines.IsEmpty) return [];
        var fired = await FiredAsync(state, process.Graph, cancellation);
        var last = state.Elements.GetValueOrDefault(state.Root)?.Variables ?? await LastVariablesAsync(state, cancellation);
        return [.. process.Graph.Deadlines.Select(deadline => TermOf(deadline, state, last, fired)).OfType<TermView>().OrderBy(term => term.LastUsefulDay)];
    }

    /// <summary>The nearest running term, without reading history.</summary>
    public async Task<TermView?> NextAsync(InstanceState state)
    {
        var process = await definitions.FindAsync(state.Definition);
        if (process is null || !state.Elements.TryGetValue(state.Root, out var root)) return null;
        return process.Graph.Deadlines.Where(deadline => Runs(deadline, state))
            .Select(deadline => TermOf(deadline, state, root.Variables, [])).OfType<TermView>().MinBy(term => term.LastUsefulDay);
    }

    /// <summary>The terms that given facts lead to today, by the scripts of the definition that derive them.</summary>
    public IReadOnlyList<TermView> Preview(ProcessGraph graph, FeelContext facts)
    {
        var known = facts;
        foreach (var script in graph.Nodes.OfType<ScriptTaskNode>().Where(node => node is { Derived: true, Script: not null, ResultVariable: not null }))
            known = known.With(FeelContext.Of((script.ResultVariable!, script.Script!.Evaluate(known, world.Now()).Value)));
        return [.. graph.Deadlines.Select(deadline => Dated(deadline, known)).OfType<TermView>().OrderBy(term => term.LastUsefulDay)];
    }

    private TermView? TermOf(Deadline deadline, InstanceState state, FeelContext variables, HashSet<ElementId> fired)
    {
        if (Dated(deadline, variables) is not { } term) return null;
        var now = StateOf(deadline, state, fired);
        return term with { State = now, WorkingDaysLeft = now == TermState.Running ? term.WorkingDaysLeft : null };
    }

    private TermView? Dated(Deadline deadline, FeelContext variables)
    {
        var last = DayOf(variables, deadline.LastVariable) ?? DayOf(variables, deadline.StrictVariable);
        var strict = DayOf(variables, deadline.StrictVariable) ?? last;
        if (last is not { } lastDay || strict is not { } strictDay) return null;
        return new TermView(deadline.Label, strictDay, lastDay, lastDay < world.Today() ? TermState.Expired : TermState.Running)
        {
            MovedBecause = WorkingDays.WhyMoved(strictDay, lastDay, world.Calendars),
            ElementId = deadline.Timer.Value,
            WorkingDaysLeft = WorkingDays.Until(lastDay, world.Today(), world.Calendars),
        };
    }

    private static bool Runs(Deadline deadline, InstanceState state) => state.Timers.Values.Any(timer => timer.Element == deadline.Timer);

    private static TermState StateOf(Deadline deadline, InstanceState state, HashSet<ElementId> fired)
    {
        if (Runs(deadline, state)) return TermState.Running;
        if (fired.Contains(deadline.Timer)) return TermState.Expired;
        return state.Outcome == InstanceOutcome.Terminated ? TermState.Withdrawn : TermState.Met;
    }

    // Timers that fired and were not armed again. The state itself keeps only those whose path is still alive.
    private async Task<HashSet<ElementId>> FiredAsync(InstanceState state, ProcessGraph graph, CancellationToken cancellation)
    {
        var fired = new HashSet<ElementId>();
        if (graph.Deadlines.All(deadline => Runs(deadline, state))) return fired;
        for (long after = 0; ;)
        {
            var page = await history.PageAsync(state.Id, after, PageEvents, cancellation);
            if (page.Count == 0) return fired;
            foreach (var entry in page)
                if (entry is { Event: InstanceEvent.TimerFired, Element: { } due }) fired.Add(due);
                else if (entry is { Event: InstanceEvent.TimerArmed, Element: { } armed }) fired.Remove(armed);
            after = page[^1].Position;
        }
    }

    // A case that has ended holds no variables; they stand in the state before its end.
    private async Task<FeelContext> LastVariablesAsync(InstanceState state, CancellationToken cancellation)
    {
        for (var position = state.Version - 1; position > 0; position--)
        {
            var before = await history.StateAtAsync(state.Id, position, cancellation);
            if (before?.Elements.GetValueOrDefault(before.Root) is { } root) return root.Variables;
        }
        return FeelContext.Empty;
    }

    // "terms.presentationLastDay": a path of names; the value is a date or its ISO text.
    private static DateOnly? DayOf(FeelContext variables, string? path)
    {
        if (path is null) return null;
        FeelValue value = variables;
        foreach (var name in path.Split('.'))
            if (value is not FeelContext context || !context.TryGet(name, out value!)) return null;
        var text = value is FeelString written ? written.Value : FeelJson.Write(value).Trim('"');
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
