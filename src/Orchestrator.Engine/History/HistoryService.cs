using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.History;

/// <summary>What happened, who did it, and the state at any moment: all from history alone.</summary>
public sealed class HistoryService
{
    private readonly IHistoryStore _history;

    internal HistoryService(IHistoryStore history) => _history = history;

    /// <summary>Events at positions greater than <paramref name="after"/>, ascending, at least <paramref name="take"/> when there are so many: whole commands.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> PageAsync(InstanceId instance, long after, int take, CancellationToken cancellation)
    {
        var state = await StateAtAsync(instance, after, cancellation).ConfigureAwait(false) ?? InstanceState.Empty(instance);
        var events = new List<HistoryEvent>();
        var wanted = Math.Clamp(take, 1, EngineLimits.HistoryPageMax);
        while (events.Count < wanted)
        {
            var page = await _history.ReadAsync(instance, state.Version, wanted - events.Count, cancellation).ConfigureAwait(false);
            if (page.Count == 0) break;
            foreach (var entry in page) state = Add(entry, state, events);
        }
        return events;
    }

    /// <summary>The state after the event at <paramref name="position"/> (0: before the first; greater than the last: as it stands). Null when there is no such instance.</summary>
    public async Task<InstanceState?> StateAtAsync(InstanceId instance, long position, CancellationToken cancellation)
    {
        var state = await _history.SnapshotAsync(instance, position, cancellation).ConfigureAwait(false);
        while (position > (state?.Version ?? 0))
        {
            var page = await _history.ReadAsync(instance, state?.Version ?? 0, EngineLimits.HistoryPageMax, cancellation).ConfigureAwait(false);
            if (page.Count == 0) break;
            state = Replay.Until(instance, state, page, position);
        }
        return state;
    }

    /// <summary>
    /// Why an element instance came to be: the command and its actor, the conditions that were tried and what they saw, the flow taken; for a business-rule task also the decision
    /// that it went on with, or the last that failed. Null when there is no such element instance.
    /// </summary>
    public async Task<Explanation?> ExplainAsync(ScopeKey element, CancellationToken cancellation)
    {
        Explanation? found = null;
        for (long after = 0; ;)
        {
            var page = await _history.ReadAsync(element.Instance, after, EngineLimits.HistoryPageMax, cancellation).ConfigureAwait(false);
            if (page.Count == 0) return found;
            foreach (var entry in page)
            {
                found ??= Explain(entry, element);
                if (found is null) continue;
                found = found with { Decision = entry.Events.OfType<InstanceEvent.DecisionEvaluated>().LastOrDefault(one => one.Scope == element) ?? found.Decision };
                if (found.Type != ElementType.BusinessRuleTask || entry.Events.Any(one => Ends(one, element))) return found;
            }
            after = page[^1].FirstSequence + page[^1].Events.Length - 1;
        }
    }

    private static bool Ends(InstanceEvent e, ScopeKey element) =>
        e is InstanceEvent.ElementCompleted completed && completed.Scope == element || e is InstanceEvent.ElementTerminated terminated && terminated.Scope == element;

    private static Explanation? Explain(HistoryEntry entry, ScopeKey element)
    {
        var at = -1;
        InstanceEvent.ElementEntered? entered = null;
        for (var i = 0; i < entry.Events.Length && entered is null; i++)
            if (entry.Events[i] is InstanceEvent.ElementEntered e && e.Scope == element) (at, entered) = (i, e);
        if (entered is null) return null;

        InstanceEvent.FlowTaken? flow = null;
        InstanceEvent.ConditionsEvaluated? conditions = null;
        for (var i = at - 1; i >= 0 && conditions is null; i--)
            switch (entry.Events[i])
            {
                case InstanceEvent.FlowTaken taken when flow is null && taken.Target == entered.Element && taken.Parent == entered.Parent: flow = taken; break;
                case InstanceEvent.ConditionsEvaluated tried when flow is not null && tried.Chosen.Contains(flow.Flow): conditions = tried; break;
            }
        return new Explanation(entry.Actor, entry.At, entry.FirstSequence, entry.FirstSequence + at, entered.Element, entered.Type, flow?.Flow, conditions, null);
    }

    private static InstanceState Add(HistoryEntry entry, InstanceState before, List<HistoryEvent> events)
    {
        var state = before;
        // A page may begin in the middle of a command: what came before it is in the state already.
        for (var i = (int)Math.Max(0, before.Version - entry.FirstSequence + 1); i < entry.Events.Length; i++)
        {
            var e = entry.Events[i];
            var after = state.Evolve(e, entry.At);
            var scope = EventScope.Of(e, state);
            var element = scope is { } key ? after.Elements.GetValueOrDefault(key) ?? state.Elements.GetValueOrDefault(key) : null;
            events.Add(new HistoryEvent(after.Version, entry.At, entry.Actor, entry.Request, e, scope, EventScope.ElementOf(e, state) ?? element?.Element, element?.Definition) { Type = element?.Type });
            state = after;
        }
        return state;
    }
}

/// <summary>One event with its place. <see cref="Element"/> is null for what concerns the instance as a whole.</summary>
public sealed record HistoryEvent(
    long Position, DateTimeOffset At, string Actor, Guid Request, InstanceEvent Event, ScopeKey? Scope, ElementId? Element, DefinitionKey? Definition)
{
    /// <summary>What the element instance is that the event is about; null for what concerns the instance as a whole.</summary>
    public ElementType? Type { get; init; }
}

/// <summary>Why an element instance came to be. <see cref="Command"/> is the position of the first event of the command, <see cref="Entered"/> that of the entering.</summary>
public sealed record Explanation(
    string Actor, DateTimeOffset At, long Command, long Entered, ElementId Element, ElementType Type, ElementId? Flow, InstanceEvent.ConditionsEvaluated? Conditions,
    InstanceEvent.DecisionEvaluated? Decision);
