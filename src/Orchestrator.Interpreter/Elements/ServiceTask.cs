using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Service task (BPMN 2.0.2, clause 13.3.3): a job for a worker.</summary>
internal sealed class ServiceTask : Activity<ServiceTaskNode>
{
    public override void Activate(ServiceTaskNode node, Step step)
    {
        if (Begin(node, step)) Jobs.Create(step, node.Job);
    }

    public override void Terminate(ServiceTaskNode node, Step step) => Jobs.Cancel(step);
}
