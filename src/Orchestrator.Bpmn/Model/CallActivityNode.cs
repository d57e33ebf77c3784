namespace Orchestrator.Bpmn.Model;

/// <summary>
/// A call activity (BPMN 2.0.2, clause 10.3.6; <c>zeebe:calledElement</c>). The called process runs as a scope of the caller's instance, in the caller's history.
/// With <see cref="PropagateAllParent"/> all variables that the caller sees are copied into the called process, besides the inputs.
/// With <see cref="PropagateAllChild"/> all variables of the called process are copied back when it completes and no output is declared.
/// </summary>
public sealed record CallActivityNode(ElementId Id, BpmnValue ProcessId, Binding Binding, string? VersionTag, bool PropagateAllParent, bool PropagateAllChild) : ActivityNode(Id);
