using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Evaluation;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Elements;

/// <summary>
/// Who catches an error (BPMN 2.0.2, clause 13.5.5): the nearest of the boundary events of the activity, the error event sub-processes of its scope, the boundary events of that scope, and so on outwards,
/// through call activities too. On one level the matching code wins over a catcher of every error.
/// </summary>
internal static class ErrorThrowing
{
    public static void AtEndEvent(Step step, EventDefinition.Error error)
    {
        if (error.Code is not { } written) throw new InvariantBrokenException("Expected a thrown error to have a code: the reader must refuse it without.");
        if (!Expressions.Text(written, step.Variables(), step.Environment, "the error code").Try(step, out var code)) return;
        if (!Throw(step.Run, step.Element, code, $"thrown by '{step.Element.Element}'", FeelContext.Empty))
            step.Fail(IncidentKind.UnhandledErrorEvent, $"Expected a catcher for error '{code}', but there is none.");
    }

    /// <summary>Ends what the catcher interrupts and starts its path.</summary>
    /// <returns>False when nobody catches it; then nothing has happened.</returns>
    public static bool Throw(Run run, ElementInstance thrower, string code, string message, FeelContext variables)
    {
        for (var element = thrower; ; element = run[element.Parent!.Value])
        {
            if (At(run, element, BoundaryOf(run, element), code) is { } boundary)
            {
                Caught(run, thrower, code, message, boundary, element, variables);
                return true;
            }
            if (element.Parent is not { } parentKey) return false;
            var scope = run[parentKey];
            if (At(run, scope, ErrorStartsOf(run, scope), code) is not { } start) continue;
            Caught(run, thrower, code, message, start, scope, variables);
            return true;
        }
    }

    private static void Caught(Run run, ElementInstance thrower, string code, string message, FlowNode catcher, ElementInstance host, FeelContext variables)
    {
        run.Emit(new InstanceEvent.ErrorCaught(thrower.Key, code, message, catcher.Id, host.Key));
        Triggers.Happen(run, run[host.Key], catcher, variables, VariableCause.Error);
    }

    private static IEnumerable<FlowNode> BoundaryOf(Run run, ElementInstance element)
    {
        if (!ElementTypes.CarriesBoundaryEvents(run, element) || run.NodeOf(element) is not ActivityNode activity) return [];
        return run.GraphOf(element).BoundaryEventsOf(activity);
    }

    // A scope that an event sub-process has interrupted starts no other: an error inside an error event sub-process goes outwards.
    private static IEnumerable<FlowNode> ErrorStartsOf(Run run, ElementInstance scope)
    {
        if (!ElementTypes.IsScope(scope.Type) || scope.InterruptedByEvent || scope.Status != ElementStatus.Active) return [];
        var graph = run.GraphOf(scope);
        return graph.EventSubProcessesIn(scope.Type == ElementType.Process ? null : scope.Element).SelectMany(sub => graph.StartEventsIn(sub.Id));
    }

    private static FlowNode? At(Run run, ElementInstance host, IEnumerable<FlowNode> catchers, string code)
    {
        FlowNode? any = null;
        foreach (var node in catchers)
        {
            if (Events.DefinitionOf(node) is not EventDefinition.Error error) continue;
            if (error.Code is not { } wanted) any ??= node;
            else if (Expressions.Text(wanted, new VariableScope(run.State, host.Key), run.Environment, "the error code").Value == code) return node;
        }
        return any;
    }
}
