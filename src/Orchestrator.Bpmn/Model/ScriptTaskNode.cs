using Orchestrator.Feel;

namespace Orchestrator.Bpmn.Model;

/// <summary>A script task (BPMN 2.0.2, clause 10.3.3): either a FEEL expression evaluated in the process (<c>zeebe:script</c>), or a job.</summary>
public sealed record ScriptTaskNode(ElementId Id, FeelExpression? Script, string? ResultVariable, JobDefinition? Job) : ActivityNode(Id);
