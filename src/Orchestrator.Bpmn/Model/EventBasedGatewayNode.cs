namespace Orchestrator.Bpmn.Model;

/// <summary>An exclusive event-based gateway: the first of the events behind it that happens wins (BPMN 2.0.2, clause 10.6.6).</summary>
public sealed record EventBasedGatewayNode(ElementId Id) : FlowNode(Id);
