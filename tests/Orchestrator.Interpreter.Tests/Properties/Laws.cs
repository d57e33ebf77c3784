using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Tests.Properties;

/// <summary>What is true of every state that a decision ends in.</summary>
internal static class Laws
{
    public static void Check(InstanceState state)
    {
        if (state.Outcome is not null)
        {
            Assert.That((state.Elements.Count, state.Timers.Count, state.Subscriptions.Count, state.Incidents.Count, state.WaitingTokens.Count, state.FiredTimers.Count),
                Is.EqualTo((0, 0, 0, 0, 0, 0)), "an instance that has ended leaves nothing behind");
            return;
        }
        var children = state.Elements.Values.Where(e => e.Parent is not null).ToLookup(e => e.Parent!.Value);
        foreach (var element in state.Elements.Values) Check(state, element, children[element.Key].Count());
        foreach (var wait in state.Timers.Values.Select(t => (t.Host, t.Key)).Concat(state.Subscriptions.Values.Select(s => (s.Host, s.Key))))
            Assert.That(state.Elements.GetValueOrDefault(wait.Host)?.Waits.Contains(wait.Key), Is.True, "what is waited for has a living host that knows it");
        foreach (var incident in state.Incidents.Values)
            Assert.That(state.Elements.ContainsKey(incident.Scope), "an incident stands on a living element");
        Assert.That(state.Timers.Values.Select(timer => timer.HeldBy).OfType<ScopeKey>().Order(), Is.EqualTo(state.Incidents.Values.Where(incident => incident.Kind == IncidentKind.TimerOverdue).Select(incident => incident.Key)),
            "an incident about an overdue timer is there as long as its timer");
    }

    private static void Check(InstanceState state, ElementInstance element, int children)
    {
        var where = $"'{element.Element}' {element.Key}";
        Assert.That(element.Children, Is.EqualTo(children), $"the children of {where} are counted");
        Assert.That(element.WaitingTokens, Is.EqualTo(state.WaitingTokens.Where(join => join.Key.Parent == element.Key).Sum(join => join.Value)), $"the tokens in {where} are counted");
        Assert.That(element.Parent is null || state.Elements.ContainsKey(element.Parent.Value), $"the scope around {where} lives");
        foreach (var wait in element.Waits) Assert.That(state.Timers.ContainsKey(wait) || state.Subscriptions.ContainsKey(wait), $"what {where} waits for is open");

        // At rest: it waits for something from outside, or holds something that does, or an operator is asked.
        var hasIncident = state.Incidents.Values.Any(incident => incident.Scope == element.Key);
        if (element.Status != ElementStatus.Active) Assert.That(hasIncident || WaitsForStart(state, element), $"{where} is {element.Status} only because of an incident");
        else Assert.That(hasIncident || element.Children > 0 || element.WaitingTokens > 0 || element.Waits.Length > 0 || WaitsForSomebody(element), $"{where} waits for something");
    }

    private static bool WaitsForSomebody(ElementInstance element) => element.Job is not null || element.UserTask is not null || element is { AdHoc: not null, InterruptedByEvent: false };

    // Behind the incident of its scope, a start event has not begun yet.
    private static bool WaitsForStart(InstanceState state, ElementInstance element) => element.Type == ElementType.StartEvent && element.Parent is { } parent && state.Elements[parent].Status == ElementStatus.Activating;

    /// <summary>Every token that went over a flow entered its target, or joined others there, or was dropped with its scope.</summary>
    public static void CheckTokens(IReadOnlyList<InstanceEvent> events, InstanceState state)
    {
        var waiting = 0;
        for (var i = 0; i < events.Count; i++)
        {
            switch (events[i])
            {
                case InstanceEvent.FlowTaken { WaitsAtJoin: true }: waiting++; break;
                case InstanceEvent.FlowTaken taken:
                    Assert.That(events[i + 1], Is.TypeOf<InstanceEvent.ElementEntered>().With.Property(nameof(InstanceEvent.ElementEntered.Element)).EqualTo(taken.Target), "a token enters the target of its flow");
                    break;
                case InstanceEvent.TokensJoined joined: waiting -= joined.Flows.Length; break;
            }
        }
        Assert.That(waiting, Is.GreaterThanOrEqualTo(state.WaitingTokens.Values.Sum()), "no token joins twice");
    }
}
