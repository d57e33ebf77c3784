using System.Collections.Immutable;

namespace Orchestrator.Bpmn.Model;

/// <summary>A node of a process graph. <see cref="Parent"/> is the enclosing sub-process, or null at the level of the process. Flows stand in document order.</summary>
public abstract record FlowNode(ElementId Id)
{
    public string? Name { get; init; }

    public ElementId? Parent { get; init; }

    /// <summary>The name of the innermost lane that holds the node, or null. Lanes give candidate groups when the task names none.</summary>
    public string? Lane { get; init; }

    public ImmutableArray<SequenceFlow> Incoming { get; init; } = [];

    public ImmutableArray<SequenceFlow> Outgoing { get; init; } = [];
}
