using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.Evaluation;
using Orchestrator.Interpreter.Timers;

namespace Orchestrator.Interpreter;

/// <summary>Opens what element instances wait for: timers and message subscriptions.</summary>
internal static class Arming
{
    /// <summary>Timers and messages of the boundary events of an activity; errors need no waiting.</summary>
    public static bool OpenBoundary(Step step, ActivityNode activity)
    {
        if (activity.BoundaryEvents.IsEmpty) return true;
        foreach (var boundary in step.Graph.BoundaryEventsOf(activity))
            if (!Open(step, boundary, boundary.Definition)) return false;
        return true;
    }

    /// <summary>Start events of the event sub-processes of a scope: the sub-process with this id, or the process when null.</summary>
    public static bool OpenEventSubProcesses(Step step, ElementId? scope)
    {
        var graph = step.Graph;
        foreach (var sub in graph.EventSubProcessesIn(scope))
        foreach (var start in graph.StartEventsIn(sub.Id))
            if (start.Definition is { } definition && !Open(step, start, definition)) return false;
        return true;
    }

    /// <summary>What one event waits for, hosted by the instance of the step.</summary>
    public static bool Open(Step step, FlowNode node, EventDefinition definition) => definition switch
    {
        EventDefinition.Timer timer => OpenTimer(step, node, timer),
        EventDefinition.Message message => Subscribe(step, node, message),
        EventDefinition.Error => true,
        _ => throw new InvariantBrokenException($"Expected '{node.Id}' to wait for a timer or a message: the reader must refuse {definition.GetType().Name}."),
    };

    private static bool OpenTimer(Step step, FlowNode node, EventDefinition.Timer timer)
    {
        if (!TimerPlan.Compute(step.Run, timer, step.Variables(), step.Run.At).Try(step, out var plan)) return false;
        Arm(step.Run, step.Key, node, timer, plan);
        return true;
    }

    private static bool Subscribe(Step step, FlowNode node, EventDefinition.Message message)
    {
        var variables = step.Variables();
        if (!Expressions.Text(message.Name, variables, step.Environment, "the name of the message").Try(step, out var name)) return false;
        if (message.CorrelationKey is not { } written) throw new InvariantBrokenException($"Expected '{node.Id}' to have a correlation key: the reader must refuse it without.");
        if (!Expressions.Text(written, variables, step.Environment, "the correlation key").Try(step, out var key)) return false;
        step.Emit(new InstanceEvent.MessageSubscribed(step.Run.NextKey(), step.Key, node.Id, step.Graph.ProcessId, name, key));
        return true;
    }

    /// <summary>
    /// Arms a timer as planned. A reminder whose instant has passed is skipped and recorded, unless it stands for a term (<see cref="ProcessGraph.IsTerm"/>); anything else that is due already fires as soon as this command has come to rest.
    /// </summary>
    public static void Arm(Run run, ScopeKey host, FlowNode node, EventDefinition.Timer timer, TimerPlan plan)
    {
        if (Place(run, host, node, timer, plan) is { } due) run.FireWhenQuiet(due);
    }

    /// <summary>As <see cref="Arm"/>, but fires nothing.</summary>
    /// <returns>The timer when it is due already.</returns>
    public static ScopeKey? Place(Run run, ScopeKey host, FlowNode node, EventDefinition.Timer timer, TimerPlan plan)
    {
        if (plan.Passed is { } passed) run.Emit(new InstanceEvent.TimerSkipped(run.NextKey(), host, node.Id, passed, TimerSkipReason.PassedWhenArmed));
        if (plan.DueAt is not { } dueAt) return null;
        if (timer.Kind == TimerKind.Date && Events.IsReminder(node) && dueAt < run.At && !run.GraphOf(run[host]).IsTerm(node.Id))
        {
            run.Emit(new InstanceEvent.TimerSkipped(run.NextKey(), host, node.Id, dueAt, TimerSkipReason.PassedWhenArmed));
            return null;
        }

        var key = run.NextKey();
        var (expression, reads) = TimerPlan.Source(timer);
        run.Emit(new InstanceEvent.TimerArmed(key, host, node.Id, dueAt, expression, reads, plan.Schedule, plan.Repetitions, timer.CatchUp, timer.CatchUpWindow));
        return dueAt <= run.At && plan.Schedule is null ? key : null;
    }
}
