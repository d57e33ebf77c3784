using System.Collections.Immutable;

namespace Orchestrator.Bpmn.Model;

/// <summary>
/// An executable process, read, bound and checked: every reference leads to a node, every expression is parsed, every element is one that is executed.
/// Immutable; equal content gives an equal graph.
/// </summary>
public sealed class ProcessGraph
{
    private readonly Dictionary<ElementId, FlowNode> _byId;
    private readonly ILookup<ElementId?, FlowNode> _byParent;
    private readonly Dictionary<ElementId, SequenceFlow> _flows;

    public ProcessGraph(string processId, string? name, string? versionTag, IEnumerable<FlowNode> nodes)
    {
        ProcessId = processId;
        Name = name;
        VersionTag = versionTag;
        Nodes = [.. nodes];
        _byId = Nodes.ToDictionary(node => node.Id);
        _byParent = Nodes.ToLookup(node => node.Parent);
        _flows = Nodes.SelectMany(node => node.Outgoing).ToDictionary(flow => flow.Id);
    }

    public string ProcessId { get; }

    public string? Name { get; }

    public string? VersionTag { get; }

    /// <summary>In document order.</summary>
    public ImmutableArray<FlowNode> Nodes { get; }

    /// <summary>Variables marked <c>orch:search</c>: kept as plain search columns. Never personal.</summary>
    public ImmutableHashSet<string> SearchVariables { get; init; } = [];

    /// <summary>Variables marked <c>orch:personal</c>: masked for readers without the right, never searchable.</summary>
    public ImmutableHashSet<string> PersonalVariables { get; init; } = [];

    /// <summary>The terms that people see, in document order.</summary>
    public ImmutableArray<Deadline> Deadlines { get; init; } = [];

    /// <summary>The timer stands for a term that is shown to people (<c>orch:deadline</c>): it is never skipped as a reminder would be.</summary>
    public bool IsTerm(ElementId timer)
    {
        foreach (var deadline in Deadlines)
            if (deadline.Timer == timer) return true;
        return false;
    }

    public FlowNode this[ElementId id] => _byId[id];

    public FlowNode? Find(ElementId id) => _byId.GetValueOrDefault(id);

    public SequenceFlow Flow(ElementId id) => _flows[id];

    public SequenceFlow? FindFlow(ElementId id) => _flows.GetValueOrDefault(id);

    /// <summary>The nodes directly inside a sub-process, or at the level of the process when null, in document order.</summary>
    public IEnumerable<FlowNode> NodesIn(ElementId? scope) => _byParent[scope];

    /// <summary>The start events of a scope; those of event sub-processes inside it are not among them.</summary>
    public IEnumerable<StartEventNode> StartEventsIn(ElementId? scope) => NodesIn(scope).OfType<StartEventNode>();

    public IEnumerable<SubProcessNode> EventSubProcessesIn(ElementId? scope) =>
        NodesIn(scope).OfType<SubProcessNode>().Where(node => node.TriggeredByEvent);

    /// <summary>The elements of an ad-hoc sub-process that can be chosen: those without incoming flows.</summary>
    public IEnumerable<FlowNode> ActivatableIn(ElementId adHoc) =>
        NodesIn(adHoc).Where(node => node.Incoming.IsEmpty && node is not (BoundaryEventNode or SubProcessNode { TriggeredByEvent: true }));

    public IEnumerable<BoundaryEventNode> BoundaryEventsOf(ActivityNode activity) =>
        activity.BoundaryEvents.Select(id => (BoundaryEventNode)_byId[id]);
}
