using System.Collections.Immutable;

namespace Orchestrator.Bpmn.Model;

/// <summary>A task, sub-process or call activity (BPMN 2.0.2, clause 10.3).</summary>
public abstract record ActivityNode(ElementId Id) : FlowNode(Id)
{
    public ImmutableArray<VariableMapping> Inputs { get; init; } = [];

    public ImmutableArray<VariableMapping> Outputs { get; init; } = [];

    public MultiInstance? MultiInstance { get; init; }

    /// <summary>The flow taken when no condition of the others is true; null when there is none.</summary>
    public ElementId? DefaultFlow { get; init; }

    /// <summary>Ids of the boundary events attached here, in document order.</summary>
    public ImmutableArray<ElementId> BoundaryEvents { get; init; } = [];
}
