using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.History;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Server.Client;

/// <summary>
/// What the events up to a position say about each element of the diagram, and where the acts before and after it end. A called process has a diagram of its own: what happens in
/// it is told of its call. What happened under an earlier version is told of its counterparts, as far as the drawn version has them.
/// </summary>
/// <param name="drawn">The definition of the diagram.</param>
/// <param name="graph">Its elements.</param>
internal sealed class ElementTrace(DefinitionKey drawn, ProcessGraph graph)
{
    private readonly Dictionary<ScopeKey, Trace> _living = [];
    private readonly Dictionary<DefinitionKey, Drawn> _drawings = [];
    private HistoryEvent? _previous;

    public IReadOnlyList<string> Flows => [.. DrawingOf(drawn).Flows.Where(flow => graph.FindFlow(new(flow)) is not null)];

    /// <summary>The last event of the command before the position's own one; null in the first command.</summary>
    public long? PreviousAct { get; private set; }

    /// <summary>The last event of the nearest command that ends after the position; null at the end.</summary>
    public long? NextAct { get; private set; }

    public void Add(HistoryEvent entry, long position)
    {
        if (_previous is { } before && before.Request != entry.Request) EndAct(before, position);
        _previous = entry;
        if (entry.Position <= position) Apply(entry);
    }

    /// <summary>All elements that were reached; of several passes the phase that matters most.</summary>
    public async Task<IReadOnlyList<ElementMoment>> ElementsAsync(InstanceState state, Func<string, Task<string?>> nameOf)
    {
        // The history ended before another command began: its last act is the one that ends it.
        if (NextAct is null && _previous is { } end && end.Position > state.Version) NextAct = end.Position;
        var hurt = state.Incidents.Values.Select(incident => DrawnOf(state, state.Elements[incident.Scope])).ToHashSet();
        var due = state.Timers.Values.Where(timer => state.Elements[timer.Host].Definition == drawn).GroupBy(timer => timer.Element.Value).ToDictionary(group => group.Key, group => group.Min(timer => timer.DueAt));
        var elements = DrawingOf(drawn).Elements;
        var moments = new List<ElementMoment>(elements.Count);
        foreach (var (id, trace) in elements)
        {
            if (graph.Find(new(id)) is null) continue;
            moments.Add(new(id, trace.Phase(hurt), trace.Living.Count, trace.Passes)
            {
                At = trace.At,
                By = trace.By is { } by ? await nameOf(by) : null,
                DueAt = due.TryGetValue(id, out var at) ? at : null,
            });
        }
        return moments;
    }

    private ScopeKey DrawnOf(InstanceState state, ElementInstance element)
    {
        var at = element;
        while (at.Parent is { } parent && (at.Definition != drawn || at.Type == ElementType.AdHocSubProcessInnerInstance)) at = state.Elements[parent];
        return at.Key;
    }

    private void EndAct(HistoryEvent last, long position)
    {
        if (last.Position < position) PreviousAct = last.Position;
        else if (last.Position > position) NextAct ??= last.Position;
    }

    private void Apply(HistoryEvent entry)
    {
        if (entry.Event is InstanceEvent.InstanceMigrated migrated) GoOn(migrated);
        if (entry.Definition is not { } of) return;
        var drawing = DrawingOf(of);
        switch (entry.Event)
        {
            // A path of an ad-hoc sub-process is not the sub-process once more.
            case InstanceEvent.ElementEntered entered when entered.Type is not (ElementType.Process or ElementType.AdHocSubProcessInnerInstance):
                var trace = drawing.TraceOf(entered.Element.Value);
                trace.Living.Add(entered.Scope);
                _living[entered.Scope] = trace;
                trace.Touch(entry);
                break;
            case InstanceEvent.ElementCompleted completed: End(completed.Scope, entry, terminated: false); break;
            case InstanceEvent.ElementTerminated terminated: End(terminated.Scope, entry, terminated: true); break;
            case InstanceEvent.FlowTaken flow: drawing.Take(flow.Flow.Value); break;
            case InstanceEvent.UserTaskClaimed claimed: Touch(claimed.Scope, entry); break;
            case InstanceEvent.UserTaskTakenOver taken: Touch(taken.Scope, entry); break;
            case InstanceEvent.UserTaskCompleted completed: Touch(completed.Scope, entry); break;
            case InstanceEvent.TimerFired when entry.Element is { } timer: drawing.TraceOf(timer.Value).Touch(entry); break;
        }
    }

    private void End(ScopeKey scope, HistoryEvent entry, bool terminated)
    {
        if (!_living.Remove(scope, out var trace)) return;
        trace.Living.Remove(scope);
        if (terminated) trace.Terminated = true;
        else trace.Passes++;
        trace.Touch(entry);
    }

    private void Touch(ScopeKey scope, HistoryEvent entry)
    {
        if (_living.TryGetValue(scope, out var trace)) trace.Touch(entry);
    }

    // What was reached and taken before the migration is drawn in the new version, under the names that it has there.
    private void GoOn(InstanceEvent.InstanceMigrated migrated)
    {
        var (before, after) = (DrawingOf(migrated.From), DrawingOf(migrated.To));
        var names = migrated.Mapping.ToDictionary(pair => pair.Source.Value, pair => pair.Target.Value);
        foreach (var (id, trace) in before.Elements) after.Elements.TryAdd(names.GetValueOrDefault(id, id), trace);
        foreach (var flow in before.Flows) after.Take(names.GetValueOrDefault(flow, flow));
    }

    private Drawn DrawingOf(DefinitionKey definition)
    {
        if (!_drawings.TryGetValue(definition, out var drawing)) _drawings[definition] = drawing = new();
        return drawing;
    }

    private sealed class Drawn
    {
        private readonly HashSet<string> _taken = [];

        public Dictionary<string, Trace> Elements { get; } = [];

        public List<string> Flows { get; } = [];

        public Trace TraceOf(string element)
        {
            if (!Elements.TryGetValue(element, out var trace)) Elements[element] = trace = new();
            return trace;
        }

        public void Take(string flow)
        {
            if (_taken.Add(flow)) Flows.Add(flow);
        }
    }

    private sealed class Trace
    {
        public HashSet<ScopeKey> Living { get; } = [];

        public int Passes { get; set; }

        public bool Terminated { get; set; }

        public DateTimeOffset? At { get; private set; }

        public string? By { get; private set; }

        public void Touch(HistoryEvent entry) => (At, By) = (entry.At, entry.Actor);

        public ElementPhase Phase(HashSet<ScopeKey> hurt) =>
            Living.Overlaps(hurt) ? ElementPhase.Incident
            : Living.Count > 0 ? ElementPhase.Active
            : Passes > 0 || !Terminated ? ElementPhase.Completed
            : ElementPhase.Terminated;
    }
}
