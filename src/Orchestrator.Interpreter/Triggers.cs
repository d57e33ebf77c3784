using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Evaluation;
using Orchestrator.Interpreter.State;
using Orchestrator.Interpreter.Timers;

namespace Orchestrator.Interpreter;

/// <summary>What follows when something that was waited for happens.</summary>
internal static class Triggers
{
    /// <summary>An armed timer fires. A cycle is armed for its next instant first, so that it counts from the instant that was due.</summary>
    public static void Fire(Run run, TimerState timer)
    {
        var host = run[timer.Host];
        var node = run.GraphOf(host)[timer.Element];
        run.Emit(new InstanceEvent.TimerFired(timer.Key, Events.Interrupts(node)));
        if (Events.IsReminder(node)) ArmNext(run, timer);
        Happen(run, run[timer.Host], node, FeelContext.Empty, VariableCause.Message);
    }

    /// <summary>The next instant of a cycle, if it has one; see <see cref="Cycle.Next"/>.</summary>
    public static void ArmNext(Run run, TimerState timer)
    {
        if (timer.Schedule is not { } schedule) return;
        var cycle = Cycle.Parse(schedule, run.Environment) ?? throw new InvariantBrokenException("Expected the schedule of an armed timer to be a cycle.");
        if (cycle.Next(timer.DueAt, timer.Repetitions, run.At, timer.CatchUp, run.World.Zone) is not var (dueAt, left)) return;
        run.Emit(new InstanceEvent.TimerArmed(
            run.NextKey(), timer.Host, timer.Element, dueAt, timer.Expression, timer.Reads, schedule, left, timer.CatchUp, timer.CatchUpWindow));
    }

    /// <summary>A message comes to an open subscription.</summary>
    public static void Correlate(Run run, SubscriptionState subscription, MessageRef message, FeelContext variables)
    {
        var node = run.GraphOf(run[subscription.Host])[subscription.Element];
        run.Emit(new InstanceEvent.MessageCorrelated(subscription.Key, message));
        if (!Events.IsReminder(node)) run.Emit(new InstanceEvent.MessageUnsubscribed(subscription.Key));
        Happen(run, run[subscription.Host], node, variables, VariableCause.Message);
    }

    /// <summary>The event <paramref name="node"/>, which <paramref name="host"/> waited for, has happened and carried these variables.</summary>
    public static void Happen(Run run, ElementInstance host, FlowNode node, FeelContext variables, VariableCause cause)
    {
        switch (node)
        {
            case BoundaryEventNode boundary: AtBoundary(run, host, boundary, variables, cause); break;
            case StartEventNode start: InEventSubProcess(run, host, start, variables, cause); break;
            case var _ when host.Type == ElementType.EventBasedGateway: BehindGateway(run, host, node, variables, cause); break;
            case IntermediateCatchEventNode caught: Caught(run, host, caught.Outputs, variables, cause); break;
            case ReceiveTaskNode receive: Caught(run, host, receive.Outputs, variables, cause); break;
            default: throw new InvariantBrokenException($"Expected '{node.Id}' to be an event.");
        }
    }

    private static void Caught(Run run, ElementInstance host, System.Collections.Immutable.ImmutableArray<VariableMapping> outputs, FeelContext variables, VariableCause cause)
    {
        Writing.Receive(run, host.Key, variables, outputs, cause);
        Scopes.BeginCompleting(run, host.Key);
    }

    private static void AtBoundary(Run run, ElementInstance host, BoundaryEventNode boundary, FeelContext variables, VariableCause cause)
    {
        var scope = host.Parent ?? throw new InvariantBrokenException("Expected an activity to stand in a scope.");

        // Everything inside is ended before the event's path begins: it goes on with what is visible outside, and nothing of the activity can answer any more.
        if (boundary.Interrupting) Ending.Terminate(run, host.Key, boundary.Definition is EventDefinition.Error ? TerminationCause.Error : TerminationCause.Interrupted);
        var key = Scopes.Enter(run, scope, host.Definition, boundary);
        Writing.Receive(run, key, variables, boundary.Outputs, cause);
    }

    private static void InEventSubProcess(Run run, ElementInstance host, StartEventNode start, FeelContext variables, VariableCause cause)
    {
        var sub = run.GraphOf(host)[start.Parent ?? throw new InvariantBrokenException("Expected the start event of an event sub-process to stand inside it.")];
        if (start.Interrupting)
        {
            run.Emit(new InstanceEvent.ScopeInterrupted(host.Key, sub.Id));
            Scopes.CloseEventSubProcesses(run, host.Key);
            Ending.TerminateInside(run, host.Key, start.Definition is EventDefinition.Error ? TerminationCause.Error : TerminationCause.Interrupted);
        }
        var key = Scopes.Enter(run, host.Key, host.Definition, sub);
        Writing.Here(run, key, variables, cause);
    }

    private static void BehindGateway(Run run, ElementInstance gateway, FlowNode target, FeelContext variables, VariableCause cause)
    {
        var scope = gateway.Parent ?? throw new InvariantBrokenException("Expected a gateway to stand in a scope.");
        var flow = run.NodeOf(gateway).Outgoing.First(flow => flow.Target == target.Id);
        run.Emit(new InstanceEvent.ElementCompleting(gateway.Key));
        Ending.CloseWaits(run, gateway.Key);
        Ending.CloseIncidents(run, gateway.Key);
        run.Emit(new InstanceEvent.ElementCompleted(gateway.Key));
        run.Emit(new InstanceEvent.FlowTaken(scope, flow.Id, target.Id, false));
        var outputs = target is IntermediateCatchEventNode caught ? caught.Outputs : ((ReceiveTaskNode)target).Outputs;
        Scopes.EnterTriggered(run, scope, gateway.Definition, target, key => Writing.Receive(run, key, variables, outputs, cause));
    }
}
