using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.Elements;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter;

/// <summary>How element instances come into a scope, and when a scope is done.</summary>
internal static class Scopes
{
    /// <summary>A new instance of a node; its activation goes on the agenda.</summary>
    public static ScopeKey Enter(Run run, ScopeKey scope, DefinitionKey definition, FlowNode node)
    {
        var type = node is ActivityNode { MultiInstance: not null } ? ElementType.MultiInstanceBody : ElementTypes.Of(node);
        return Enter(run, scope, definition, node.Id, type, null);
    }

    public static ScopeKey Enter(Run run, ScopeKey scope, DefinitionKey definition, ElementId element, ElementType type, int? loopCounter)
    {
        var key = run.NextKey();
        run.Emit(new InstanceEvent.ElementEntered(key, scope, definition, element, type, loopCounter));
        run.Enqueue(key);
        return key;
    }

    /// <summary>An instance whose event has happened already (behind an event-based gateway): it does not wait again.</summary>
    public static void EnterTriggered(Run run, ScopeKey scope, DefinitionKey definition, FlowNode node, Action<ScopeKey> receive)
    {
        var key = run.NextKey();
        run.Emit(new InstanceEvent.ElementEntered(key, scope, definition, node.Id, ElementTypes.Of(node), null));
        run.Emit(new InstanceEvent.ElementActivated(key));
        receive(key);
        BeginCompleting(run, key);
    }

    /// <summary>Outputs and flows are next. Event sub-processes cannot start any more.</summary>
    public static void BeginCompleting(Run run, ScopeKey key)
    {
        CloseEventSubProcesses(run, key);
        run.Emit(new InstanceEvent.ElementCompleting(key));
        run.Enqueue(key);
    }

    /// <summary>Completes a scope in which nothing is active and no token waits. A multi-instance and an ad-hoc sub-process decide for themselves; a call waits for its process; a task is no scope.</summary>
    public static void CompleteWhenDone(Run run, ScopeKey scope)
    {
        if (run.Find(scope) is not { Status: ElementStatus.Active, Children: 0, WaitingTokens: 0 } done) return;
        switch (done.Type)
        {
            case ElementType.Process or ElementType.SubProcess or ElementType.EventSubProcess or ElementType.AdHocSubProcessInnerInstance: BeginCompleting(run, scope); break;
            case ElementType.AdHocSubProcess: run.Enqueue(scope); break;
        }
    }

    /// <summary>A token has ended in this scope, or something that began in it by itself: an ad-hoc sub-process asks after each whether it is done.</summary>
    public static void PathEnded(Run run, ScopeKey scope)
    {
        if (run.Find(scope) is { Type: ElementType.AdHocSubProcess, Status: ElementStatus.Active }) run.Enqueue(scope);
        else CompleteWhenDone(run, scope);
    }

    public static void CloseEventSubProcesses(Run run, ScopeKey scope)
    {
        var host = run[scope];
        if (host.Waits.IsEmpty || !ElementTypes.IsScope(host.Type)) return;
        var graph = run.GraphOf(host);
        foreach (var wait in host.Waits)
            if (graph[ElementOf(run, wait)] is StartEventNode)
                Ending.CloseWait(run, wait, null);
    }

    private static ElementId ElementOf(Run run, ScopeKey wait) =>
        run.State.Timers.TryGetValue(wait, out var timer) ? timer.Element : run.State.Subscriptions[wait].Element;
}
