using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Boundary event (BPMN 2.0.2, clause 13.5.3): an instance exists only once the event has happened (see <see cref="Triggers"/>); the activity it sits on holds what it waits for.</summary>
internal sealed class BoundaryEvent : Element<BoundaryEventNode>
{
    public override void Activate(BoundaryEventNode node, Step step) => step.Complete();

    public override void Complete(BoundaryEventNode node, Step step)
    {
        if (step.MapOutputs(node.Outputs) && Flows.ChooseAll(step, node, null, out var chosen)) step.Completed(chosen);
    }
}
