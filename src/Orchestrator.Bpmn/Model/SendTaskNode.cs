namespace Orchestrator.Bpmn.Model;

/// <summary>A send task (BPMN 2.0.2, clause 10.3.3): exactly one of <see cref="Job"/> and <see cref="Publish"/> is present.</summary>
public sealed record SendTaskNode(ElementId Id, JobDefinition? Job, EventDefinition.Publish? Publish) : ActivityNode(Id);
