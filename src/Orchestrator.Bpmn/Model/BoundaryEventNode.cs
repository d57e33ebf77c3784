using System.Collections.Immutable;

namespace Orchestrator.Bpmn.Model;

/// <summary>A boundary event: timer, message or error. An error event always interrupts.</summary>
public sealed record BoundaryEventNode(ElementId Id, ElementId AttachedTo, EventDefinition Definition, bool Interrupting) : FlowNode(Id)
{
    public ImmutableArray<VariableMapping> Outputs { get; init; } = [];
}
