namespace Orchestrator.Bpmn.Model;

/// <summary>A task that waits for a message (BPMN 2.0.2, clause 10.3.3).</summary>
public sealed record ReceiveTaskNode(ElementId Id, EventDefinition.Message Message) : ActivityNode(Id);
