namespace Orchestrator.Bpmn.Model;

public sealed record ParallelGatewayNode(ElementId Id) : FlowNode(Id);
