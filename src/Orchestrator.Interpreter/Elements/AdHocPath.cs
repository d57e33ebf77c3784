using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Evaluation;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Elements;

/// <summary>
/// What one choice in an ad-hoc sub-process begins: a scope of its own around the element that was chosen and everything its flows lead to, with variables of its own.
/// It has ended when nothing in it is active any more.
/// </summary>
internal sealed class AdHocPath : Element<AdHocSubProcessNode>
{
    public static void Enter(Run run, ElementInstance adHoc, FlowNode chosen, FeelContext variables)
    {
        var path = run.NextKey();
        run.Emit(new InstanceEvent.ElementEntered(path, adHoc.Key, adHoc.Definition, adHoc.Element, ElementType.AdHocSubProcessInnerInstance, null));
        Writing.Here(run, path, variables, VariableCause.AdHoc);
        run.Emit(new InstanceEvent.ElementActivated(path));
        Scopes.Enter(run, path, adHoc.Definition, chosen);
    }

    public override void Activate(AdHocSubProcessNode node, Step step) => throw new InvariantBrokenException("Expected a path of an ad-hoc sub-process to be active from its beginning.");

    public override void Complete(AdHocSubProcessNode node, Step step)
    {
        if (node is { OutputElement: { } expression, OutputCollection: { } name })
        {
            if (!Expressions.Value(expression, step.Variables(), step.Environment, IncidentKind.ExtractValueError, "the output element").Try(step, out var value)) return;
            var before = step.Run[step.Parent].Variables.TryGet(name, out var collected) && collected is FeelList list ? list.Items : [];
            Writing.Here(step.Run, step.Parent, FeelContext.Of((name, FeelList.From(before.Append(value)))), VariableCause.AdHoc);
        }
        step.Completed([]);
    }
}
