using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Start event (BPMN 2.0.2, clause 13.5.1): what started the scope has happened already; outputs are mapped and the flows taken.</summary>
internal sealed class StartEvent : Element<StartEventNode>
{
    public override void Activate(StartEventNode node, Step step) => step.Complete();

    public override void Complete(StartEventNode node, Step step)
    {
        if (step.MapOutputs(node.Outputs) && Flows.ChooseAll(step, node, null, out var chosen)) step.Completed(chosen);
    }
}
