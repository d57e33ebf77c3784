using Orchestrator.Bpmn.Model;
using Orchestrator.Bpmn.Xml;
using Orchestrator.Diagnostics;

namespace Orchestrator.Bpmn.Reading;

/// <summary>A sequence flow while its file is read.</summary>
internal sealed class FlowDraft(ElementId id, SourceElement element, NodeDraft source, NodeDraft target)
{
    public ElementId Id { get; } = id;

    public SourceElement Element { get; } = element;

    public NodeDraft Source { get; } = source;

    public NodeDraft Target { get; } = target;

    /// <summary>The text of the condition, trimmed; null when there is none or only white space.</summary>
    public EmbeddedText? Condition { get; } = Texts.TrimmedOrNull(element.BpmnChild("conditionExpression")?.Text());

    public bool IsDefault => Source.Default == Id.Value;
}
