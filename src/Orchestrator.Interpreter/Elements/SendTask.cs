using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Send task (BPMN 2.0.2, clause 13.3.3): a message published by the engine, done at once, or a job for a worker.</summary>
internal sealed class SendTask : Activity<SendTaskNode>
{
    public override void Activate(SendTaskNode node, Step step)
    {
        if (node.Publish is { } publish)
        {
            if (step.MapInputs(node.Inputs) && Publishing.Publish(step, publish)) step.Complete();
            return;
        }
        if (node.Job is not { } job) throw new InvariantBrokenException($"Send task '{node.Id}' has neither a job nor a message: the reader must refuse it.");
        if (Begin(node, step)) Jobs.Create(step, job);
    }

    public override void Terminate(SendTaskNode node, Step step) => Jobs.Cancel(step);
}
