using Orchestrator.Feel;

namespace Orchestrator.Bpmn.Model;

/// <summary>A script task (BPMN 2.0.2, clause 10.3.3): either a FEEL expression evaluated in the process (<c>zeebe:script</c>), or a job.</summary>
public sealed record ScriptTaskNode(ElementId Id, FeelExpression? Script, string? ResultVariable, JobDefinition? Job) : ActivityNode(Id)
{
    /// <summary><c>orch:derived</c>: what the script gave follows from facts, so it is evaluated again, in its process scope, when a correction changes a variable it read.</summary>
    public bool Derived { get; init; }
}
