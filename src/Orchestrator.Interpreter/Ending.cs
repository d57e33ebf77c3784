using Orchestrator.Interpreter.Elements;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter;

/// <summary>How element instances are ended from outside: whole subtrees, inner before outer.</summary>
internal static class Ending
{
    /// <summary>Ends an instance and everything inside it.</summary>
    public static void Terminate(Run run, ScopeKey key, TerminationCause cause) => Terminate(run, run[key], ChildrenOf(run, key), cause);

    /// <summary>Ends everything inside a scope, but not the scope.</summary>
    public static void TerminateInside(Run run, ScopeKey scope, TerminationCause cause)
    {
        if (run[scope].Children == 0) return;
        var children = ChildrenOf(run, scope);
        foreach (var child in children[scope]) Terminate(run, child, children, cause);
    }

    private static void Terminate(Run run, ElementInstance element, ILookup<ScopeKey, ElementInstance> children, TerminationCause cause)
    {
        if (element.Children > 0)
            foreach (var child in children[element.Key])
                Terminate(run, child, children, cause);
        ElementTable.Terminate(new Step(run, element), element);
        CloseWaits(run, element.Key);
        CloseIncidents(run, element.Key);
        run.Emit(new InstanceEvent.ElementTerminated(element.Key, cause));
    }

    // One pass over the state for a whole subtree; while it is torn down nothing new comes to be in it.
    private static ILookup<ScopeKey, ElementInstance> ChildrenOf(Run run, ScopeKey key)
    {
        var elements = run[key].Children == 0 ? [] : run.State.Elements.Values;
        return elements.Where(element => element.Parent is not null).ToLookup(element => element.Parent!.Value);
    }

    /// <summary>Disarms the timers and closes the subscriptions that an instance hosts.</summary>
    public static void CloseWaits(Run run, ScopeKey host)
    {
        foreach (var wait in run[host].Waits) CloseWait(run, wait, null);
    }

    public static void CloseWait(Run run, ScopeKey wait, string? reason)
    {
        if (run.State.Timers.TryGetValue(wait, out var timer))
        {
            // Nobody is asked any more whether an overdue timer fires when it is gone.
            if (timer.HeldBy is { } incident) run.Emit(new InstanceEvent.IncidentResolved(incident, IncidentResolution.ElementEnded));
            run.Emit(new InstanceEvent.TimerDisarmed(wait, reason));
        }
        else run.Emit(new InstanceEvent.MessageUnsubscribed(wait));
    }

    public static void CloseIncidents(Run run, ScopeKey scope)
    {
        if (run.State.Incidents.IsEmpty) return;
        foreach (var incident in run.State.Incidents.Values.Where(incident => incident.Scope == scope))
            run.Emit(new InstanceEvent.IncidentResolved(incident.Key, IncidentResolution.ElementEnded));
    }
}
