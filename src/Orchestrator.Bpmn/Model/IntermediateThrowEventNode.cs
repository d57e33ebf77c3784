using System.Collections.Immutable;

namespace Orchestrator.Bpmn.Model;

/// <summary>An intermediate throw event: none (null), or a message: published by the engine (<see cref="EventDefinition.Publish"/>) or sent by a worker (<see cref="Job"/>).</summary>
public sealed record IntermediateThrowEventNode(ElementId Id, EventDefinition? Definition) : FlowNode(Id)
{
    public JobDefinition? Job { get; init; }

    public ImmutableArray<VariableMapping> Inputs { get; init; } = [];

    public ImmutableArray<VariableMapping> Outputs { get; init; } = [];
}
