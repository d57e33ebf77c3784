using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Intermediate throw event (BPMN 2.0.2, clause 13.5.2): none, a message published by the engine, or a message sent by a worker.</summary>
internal sealed class IntermediateThrowEvent : Element<IntermediateThrowEventNode>
{
    public override void Activate(IntermediateThrowEventNode node, Step step)
    {
        if (!step.MapInputs(node.Inputs)) return;
        if (node.Job is { } job)
        {
            Jobs.Create(step, job);
            return;
        }
        if (node.Definition is EventDefinition.Publish publish && !Publishing.Publish(step, publish)) return;
        step.Complete();
    }

    public override void Complete(IntermediateThrowEventNode node, Step step)
    {
        if (step.MapOutputs(node.Outputs) && Flows.ChooseAll(step, node, null, out var chosen)) step.Completed(chosen);
    }

    public override void Terminate(IntermediateThrowEventNode node, Step step) => Jobs.Cancel(step);
}
