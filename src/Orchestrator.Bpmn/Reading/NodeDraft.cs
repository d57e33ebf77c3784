using Orchestrator.Bpmn.Model;

namespace Orchestrator.Bpmn.Reading;

/// <summary>A flow node while its file is read: its element and its place in the graph, before its values are.</summary>
internal sealed class NodeDraft(ElementId id, NodeKind kind, SourceElement element, ScopeDraft scope)
{
    public ElementId Id { get; } = id;

    public NodeKind Kind { get; } = kind;

    public SourceElement Element { get; } = element;

    /// <summary>The process or sub-process that it stands in.</summary>
    public ScopeDraft Scope { get; } = scope;

    public List<FlowDraft> Incoming { get; } = [];

    public List<FlowDraft> Outgoing { get; } = [];

    /// <summary>The boundary events attached here, in document order.</summary>
    public List<NodeDraft> Boundaries { get; } = [];

    /// <summary>For a boundary event the activity that carries it.</summary>
    public NodeDraft? Host { get; set; }

    /// <summary>For a sub-process its inside.</summary>
    public ScopeDraft? Inside { get; set; }

    public TriggerKind Trigger { get; set; }

    /// <summary>The event definition that <see cref="Trigger"/> comes from; it may stand at the root of the file.</summary>
    public SourceElement? Definition { get; set; }

    /// <summary>For a caught error its code; empty for every error.</summary>
    public string ErrorCode { get; set; } = "";

    public LaneDraft? Lane { get; set; }

    /// <summary>The id of the flow named by the attribute <c>default</c>.</summary>
    public string? Default => Element.Attribute("default")?.Value;

    public bool IsActivity => Kind is NodeKind.UserTask or NodeKind.ServiceTask or NodeKind.SendTask or NodeKind.ReceiveTask
        or NodeKind.ScriptTask or NodeKind.BusinessRuleTask or NodeKind.SubProcess or NodeKind.CallActivity or NodeKind.AdHocSubProcess;

    public bool IsEventSubProcess => Kind == NodeKind.SubProcess && Inside is { TriggeredByEvent: true };

    /// <summary>True when the default of the attribute, or its text, says that the event interrupts.</summary>
    public bool Interrupting => Kind switch
    {
        NodeKind.BoundaryEvent => XmlBoolean.Read(Element.Attribute("cancelActivity"), true),
        NodeKind.StartEvent => XmlBoolean.Read(Element.Attribute("isInterrupting"), true),
        _ => false,
    };
}
