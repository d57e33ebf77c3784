namespace Orchestrator.Bpmn.Model;

/// <summary>A start event: none (null), message or timer at the level of a process; none in a sub-process; message, timer or error in an event sub-process, where <see cref="Interrupting"/> counts.</summary>
public sealed record StartEventNode(ElementId Id, EventDefinition? Definition, bool Interrupting) : FlowNode(Id)
{
    public System.Collections.Immutable.ImmutableArray<VariableMapping> Outputs { get; init; } = [];
}
