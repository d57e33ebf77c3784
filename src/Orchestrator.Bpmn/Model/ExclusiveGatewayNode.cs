namespace Orchestrator.Bpmn.Model;

public sealed record ExclusiveGatewayNode(ElementId Id, ElementId? DefaultFlow) : FlowNode(Id);
