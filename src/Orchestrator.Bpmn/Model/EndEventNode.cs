using System.Collections.Immutable;

namespace Orchestrator.Bpmn.Model;

/// <summary>An end event: none (null), message (<see cref="EventDefinition.Publish"/>, or <see cref="Job"/> when a worker sends it), error, terminate.</summary>
public sealed record EndEventNode(ElementId Id, EventDefinition? Definition) : FlowNode(Id)
{
    public JobDefinition? Job { get; init; }

    public ImmutableArray<VariableMapping> Inputs { get; init; } = [];

    public ImmutableArray<VariableMapping> Outputs { get; init; } = [];
}
