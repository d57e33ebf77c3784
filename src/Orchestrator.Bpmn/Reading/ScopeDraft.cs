namespace Orchestrator.Bpmn.Reading;

/// <summary>The inside of a process or sub-process while its file is read.</summary>
internal sealed class ScopeDraft(SourceElement element, NodeDraft? node)
{
    public SourceElement Element { get; } = element;

    /// <summary>The sub-process, or null for the process itself.</summary>
    public NodeDraft? Node { get; } = node;

    public string Id { get; } = element.Id ?? "";

    /// <summary>Begun by choice: it has no start events.</summary>
    public bool IsAdHoc => Node is { Kind: NodeKind.AdHocSubProcess };

    public bool TriggeredByEvent { get; } = XmlBoolean.Read(element.Attribute("triggeredByEvent"), false);

    /// <summary>In document order; those of inner sub-processes are not among them.</summary>
    public List<NodeDraft> Nodes { get; } = [];

    public IEnumerable<NodeDraft> StartEvents => Nodes.Where(node => node.Kind == NodeKind.StartEvent);

    /// <summary>All nodes, those of inner sub-processes behind their sub-process.</summary>
    public IEnumerable<NodeDraft> All => Nodes.SelectMany(node => node.Inside is null ? [node] : node.Inside.All.Prepend(node));
}
