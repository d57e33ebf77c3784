using System.Collections.Immutable;

namespace Orchestrator.Bpmn.Model;

/// <summary>An intermediate catch event: timer or message.</summary>
public sealed record IntermediateCatchEventNode(ElementId Id, EventDefinition Definition) : FlowNode(Id)
{
    public ImmutableArray<VariableMapping> Outputs { get; init; } = [];
}
