namespace Orchestrator.Bpmn.Model;

/// <summary><c>zeebe:calledDecision</c>: which decision is evaluated, in which version, and the variable that takes its result.</summary>
public sealed record CalledDecision(BpmnValue DecisionId, Binding Binding, string? VersionTag, string ResultVariable);
