using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Parallel gateway (BPMN 2.0.2, clause 13.4.1): reached when a token waits on every incoming flow (see <see cref="Flows"/>); takes every outgoing flow.</summary>
internal sealed class ParallelGateway : Element<ParallelGatewayNode>
{
    public override void Activate(ParallelGatewayNode node, Step step) => step.Complete();

    public override void Complete(ParallelGatewayNode node, Step step) => step.Completed(node.Outgoing);
}
