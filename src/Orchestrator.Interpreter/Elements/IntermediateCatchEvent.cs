using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Intermediate catch event, timer or message (BPMN 2.0.2, clause 13.5.2): waits until it happens.</summary>
internal sealed class IntermediateCatchEvent : Element<IntermediateCatchEventNode>
{
    public override void Activate(IntermediateCatchEventNode node, Step step)
    {
        if (Arming.Open(step, node, node.Definition)) step.Activated();
    }

    public override void Complete(IntermediateCatchEventNode node, Step step)
    {
        if (step.MapOutputs(node.Outputs) && Flows.ChooseAll(step, node, null, out var chosen)) step.Completed(chosen);
    }
}
