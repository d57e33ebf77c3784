using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>What tasks, sub-processes and calls have in common (BPMN 2.0.2, clause 13.3.2): mappings, boundary events, several flows out, and being one item of a multi-instance.</summary>
internal abstract class Activity<TNode> : Element<TNode> where TNode : ActivityNode
{
    /// <summary>Maps the inputs and opens what the boundary events wait for. Those of a multi-instance sit on its body, not on its items.</summary>
    protected static bool Begin(TNode node, Step step)
    {
        if (!step.MapInputs(node.Inputs)) return false;
        return step.Body is not null || Arming.OpenBoundary(step, node);
    }

    public override void Complete(TNode node, Step step)
    {
        if (!step.MapOutputs(node.Outputs)) return;
        if (step.Body is { } body)
        {
            MultiInstanceBody.ItemCompleted(node, body, step);
            return;
        }
        if (Flows.ChooseAll(step, node, node.DefaultFlow, out var chosen)) step.Completed(chosen);
    }
}
