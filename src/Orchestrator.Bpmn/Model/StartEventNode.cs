using System.Collections.Immutable;

namespace Orchestrator.Bpmn.Model;

/// <summary>A start event: none (null), message or timer at the level of a process; none in a sub-process; message, timer or error in an event sub-process, where <see cref="Interrupting"/> counts.</summary>
public sealed record StartEventNode(ElementId Id, EventDefinition? Definition, bool Interrupting) : FlowNode(Id)
{
    public ImmutableArray<VariableMapping> Outputs { get; init; } = [];

    /// <summary>The form that a person fills in to start the process, or null.</summary>
    public FormReference? Form { get; init; }

    /// <summary>Groups whose members may start the process on the pages (<c>orch:starters groups</c>); empty: nobody by hand but who may deploy.</summary>
    public ImmutableArray<string> StarterGroups { get; init; } = [];
}
