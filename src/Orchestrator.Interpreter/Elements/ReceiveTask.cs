using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Receive task (BPMN 2.0.2, clause 13.3.3): waits for a message.</summary>
internal sealed class ReceiveTask : Activity<ReceiveTaskNode>
{
    public override void Activate(ReceiveTaskNode node, Step step)
    {
        if (Begin(node, step) && Arming.Open(step, node, node.Message)) step.Activated();
    }
}
