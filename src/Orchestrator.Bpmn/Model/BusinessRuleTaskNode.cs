namespace Orchestrator.Bpmn.Model;

/// <summary>A business-rule task (BPMN 2.0.2, clause 10.3.3): either a decision evaluated in the process (<c>zeebe:calledDecision</c>), or a job.</summary>
public sealed record BusinessRuleTaskNode(ElementId Id, CalledDecision? Decision, JobDefinition? Job) : ActivityNode(Id);
