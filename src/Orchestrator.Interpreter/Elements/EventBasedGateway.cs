using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>
/// Exclusive event-based gateway (BPMN 2.0.2, clause 13.4.4): opens what each event behind it waits for; the first that happens ends the others (see <see cref="Triggers"/>).
/// </summary>
internal sealed class EventBasedGateway : Element<EventBasedGatewayNode>
{
    public override void Activate(EventBasedGatewayNode node, Step step)
    {
        foreach (var flow in node.Outgoing)
        {
            var target = step.Graph[flow.Target];
            var definition = target switch
            {
                IntermediateCatchEventNode caught => caught.Definition,
                ReceiveTaskNode receive => receive.Message,
                _ => throw new InvariantBrokenException($"Expected an event behind gateway '{node.Id}', but '{target.Id}' is none: the reader must refuse it."),
            };
            if (!Arming.Open(step, target, definition)) return;
        }
        step.Activated();
    }

    public override void Complete(EventBasedGatewayNode node, Step step) =>
        throw new InvariantBrokenException("An event-based gateway is completed by the event that happens.");
}
