using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Migrating;

/// <summary>Counterparts of elements: the one that was named, else the element of the same id.</summary>
internal sealed class ElementMap(ProcessGraph target, ImmutableArray<ElementMapping> mapping)
{
    private readonly Dictionary<ElementId, ElementId> _named = mapping.ToDictionary(pair => pair.Source, pair => pair.Target);

    public bool Names(ElementId source) => _named.ContainsKey(source);

    /// <summary>The counterpart, or null when the target has none.</summary>
    public FlowNode? Of(ElementId source) => target.Find(_named.GetValueOrDefault(source, source));

    /// <summary>The id of a flow's counterpart, whether the target has it or not.</summary>
    public ElementId OfFlow(ElementId source) => _named.GetValueOrDefault(source, source);

    /// <summary>What history keeps: pairs that are not one id twice.</summary>
    public ImmutableArray<ElementMapping> Renamed { get; } = [.. mapping.Where(pair => pair.Source != pair.Target)];
}
