using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Exclusive gateway (BPMN 2.0.2, clause 13.4.2): the first true condition in document order wins, else the default flow, else an incident.</summary>
internal sealed class ExclusiveGateway : Element<ExclusiveGatewayNode>
{
    public override void Activate(ExclusiveGatewayNode node, Step step) => step.Complete();

    public override void Complete(ExclusiveGatewayNode node, Step step)
    {
        if (Flows.ChooseOne(step, node, out var chosen)) step.Completed(chosen);
    }
}
