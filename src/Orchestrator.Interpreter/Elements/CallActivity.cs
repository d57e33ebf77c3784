using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Evaluation;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Elements;

/// <summary>
/// Call activity (BPMN 2.0.2, clause 13.3.5). The called process runs as a scope inside this instance, in the same history and the same transaction,
/// but sees no variable of its caller: what it gets is copied in, what it gives is copied back.
/// </summary>
internal sealed class CallActivity : Activity<CallActivityNode>
{
    public override void Activate(CallActivityNode node, Step step)
    {
        if (!Begin(node, step)) return;
        var visible = step.Variables();
        if (!Expressions.Text(node.ProcessId, visible, step.Environment, "the id of the called process").Try(step, out var processId)) return;
        if (Callable(node, step, processId) is not { } called) return;

        step.Activated();
        var given = node.PropagateAllParent ? visible.All() : step.Element.Variables;
        var scope = Scopes.Enter(step.Run, step.Key, called.Key, new(processId), ElementType.Process, null);
        Writing.Here(step.Run, scope, given, VariableCause.Called);
    }

    private static DeployedProcess? Callable(CallActivityNode node, Step step, string processId)
    {
        var called = step.Run.World.Definitions.Resolve(processId, node.Binding, node.VersionTag, step.Process);
        if (called is null)
            step.Fail(IncidentKind.CalledElementError, $"Expected a deployed process '{processId}' ({node.Binding}), but there is none.");
        else if (node.Binding != Binding.Deployment && Retired.WhyNotStart(step.Run.World, called) is { } retired)
            step.Fail(IncidentKind.CalledElementError, retired.Message);
        else if (!called.Graph.StartEventsIn(null).Any(start => start.Definition is null))
            step.Fail(IncidentKind.CalledElementError, $"Expected process '{processId}' to have a none start event, but it has none.");
        else if (Depth(step) >= Limits.NestedCallsMax)
            step.Fail(IncidentKind.CalledElementError, $"Expected at most {Limits.NestedCallsMax} calls inside each other, but this is one more.");
        else
            return called;
        return null;
    }

    private static int Depth(Step step)
    {
        var depth = 0;
        for (ElementInstance? element = step.Element; element is not null; element = element.Parent is { } parent ? step.Run[parent] : null)
            if (element.Type == ElementType.CallActivity) depth++;
        return depth - 1;
    }

    /// <summary>The called process has completed with these variables at its root.</summary>
    public static void Returned(Run run, ScopeKey caller, FeelContext results)
    {
        var node = (CallActivityNode)run.NodeOf(run[caller]);
        if (!node.Outputs.IsEmpty) Writing.Here(run, caller, results, VariableCause.Called);
        else if (node.PropagateAllChild) Writing.Up(run, caller, results, VariableCause.Called);
        Scopes.BeginCompleting(run, caller);
    }
}
