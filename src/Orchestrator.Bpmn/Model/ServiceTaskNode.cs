namespace Orchestrator.Bpmn.Model;

/// <summary>A task done by a worker (BPMN 2.0.2, clause 10.3.3).</summary>
public sealed record ServiceTaskNode(ElementId Id, JobDefinition Job) : ActivityNode(Id);
