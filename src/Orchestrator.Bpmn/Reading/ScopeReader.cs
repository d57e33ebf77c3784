using Orchestrator.Bpmn.Model;
using Orchestrator.Bpmn.Xml;

namespace Orchestrator.Bpmn.Reading;

/// <summary>Reads the nodes of a process and of its sub-processes, and binds flows, boundary events and lanes to them.</summary>
internal sealed class ScopeReader(Report report, Root root)
{
    private readonly Dictionary<string, NodeDraft> _byId = new(StringComparer.Ordinal);

    private int _flows;

    /// <summary>The drafts, or null when there are too many of them to look at.</summary>
    public ScopeDraft? Read(SourceElement process)
    {
        var scope = ReadNodes(process, null);
        if (_byId.Count > BpmnLimits.NodesMax)
            report.Add(BpmnDescriptors.TooManyNodes, process, _byId.Count, BpmnLimits.NodesMax, "flow nodes");
        if (_flows > BpmnLimits.FlowsMax)
            report.Add(BpmnDescriptors.TooManyNodes, process, _flows, BpmnLimits.FlowsMax, "sequence flows");
        if (_byId.Count > BpmnLimits.NodesMax || _flows > BpmnLimits.FlowsMax) return null;
        BindFlows(scope);
        BindBoundaries(scope);
        LaneReader.Bind(scope, root, report);
        return scope;
    }

    private ScopeDraft ReadNodes(SourceElement element, NodeDraft? owner)
    {
        var scope = new ScopeDraft(element, owner);
        foreach (var child in element.Children.Where(child => child.IsBpmn))
        {
            if (ReadNode(child, scope) is { } node)
            {
                scope.Nodes.Add(node);
                _byId.TryAdd(node.Id.Value, node);
            }
        }
        return scope;
    }

    private NodeDraft? ReadNode(SourceElement element, ScopeDraft scope)
    {
        if (Vocabulary.Nodes.TryGetValue(element.Name, out var kind)) return Executed(element, kind, scope);
        if (Vocabulary.RefusedNodes.TryGetValue(element.Name, out var advice))
        {
            report.Add(BpmnDescriptors.NotExecuted, element, element.Name, advice);
            return element.Id is null ? null : new NodeDraft(new ElementId(element.Id), NodeKind.Refused, element, scope);
        }
        if (element.Name == "sequenceFlow") _flows++;
        else if (!Vocabulary.Drawing.Contains(element.Name) && !(scope.IsAdHoc && element.Name == "completionCondition"))
            report.Add(BpmnDescriptors.UnknownElement, element, element.Name, scope.Element.Name);
        return null;
    }

    private NodeDraft? Executed(SourceElement element, NodeKind kind, ScopeDraft scope)
    {
        if (string.IsNullOrEmpty(element.Id))
        {
            report.Add(BpmnDescriptors.MissingId, element, element.Name);
            return null;
        }
        var node = new NodeDraft(new ElementId(element.Id), kind, element, scope);
        if (kind is NodeKind.SubProcess or NodeKind.AdHocSubProcess) node.Inside = ReadNodes(element, node);
        else RefuseUnknownParts(element);
        if (kind is NodeKind.StartEvent or NodeKind.EndEvent or NodeKind.CatchEvent or NodeKind.ThrowEvent or NodeKind.BoundaryEvent)
            ReadTrigger(node);
        return node;
    }

    private void RefuseUnknownParts(SourceElement element)
    {
        foreach (var part in element.Children)
        {
            if (part.IsBpmn && !Vocabulary.NodeParts.Contains(part.Name) && !part.Name.EndsWith("EventDefinition", StringComparison.Ordinal))
                report.Add(BpmnDescriptors.UnknownElement, element, part.Span, part.Name, element.Name);
        }
    }

    private void ReadTrigger(NodeDraft node)
    {
        var found = new List<SourceElement>();
        foreach (var child in node.Element.Children.Where(child => child.IsBpmn))
        {
            if (child.Name == "eventDefinitionRef") AddReferenced(child, node, found);
            else if (child.Name.EndsWith("EventDefinition", StringComparison.Ordinal)) found.Add(child);
        }
        var (least, words) = node.Kind is NodeKind.CatchEvent or NodeKind.BoundaryEvent ? (1, "exactly one") : (0, "at most one");
        if (found.Count < least || found.Count > 1)
        {
            node.Trigger = TriggerKind.Refused;
            report.Add(BpmnDescriptors.EventDefinitionCount, node.Element, Words.Of(node), node.Id, words, found.Count);
            return;
        }
        if (found.Count == 0) return;
        node.Definition = found[0];
        node.Trigger = TriggerOf(node, found[0]);
        if (node.Trigger == TriggerKind.Error) node.ErrorCode = root.ErrorCodeOf(found[0]);
    }

    private void AddReferenced(SourceElement reference, NodeDraft node, List<SourceElement> found)
    {
        var name = reference.Text().Text;
        if (root.FindTrigger(name) is { } definition) found.Add(definition);
        else report.Add(BpmnDescriptors.UnknownReference, node.Element, reference.Span, node.Id, "event definition", name.Trim());
    }

    private TriggerKind TriggerOf(NodeDraft node, SourceElement definition)
    {
        if (Vocabulary.Triggers.TryGetValue(definition.Name, out var trigger))
        {
            if (MayHave(node.Kind, trigger)) return trigger;
            report.Add(
                BpmnDescriptors.AttributeNotExecuted, node.Element, definition.Span, definition.Name, node.Id, $"No {node.Element.Name} can have it (BPMN 2.0.2, clause 10.5); choose another trigger.");
            return TriggerKind.Refused;
        }
        if (Vocabulary.RefusedTriggers.TryGetValue(definition.Name, out var advice))
            report.Add(BpmnDescriptors.NotExecuted, node.Element, definition.Span, definition.Name, advice);
        else
            report.Add(BpmnDescriptors.UnknownElement, node.Element, definition.Span, definition.Name, node.Element.Name);
        return TriggerKind.Refused;
    }

    private static bool MayHave(NodeKind kind, TriggerKind trigger) => (kind, trigger) switch
    {
        (NodeKind.StartEvent, TriggerKind.Timer or TriggerKind.Message or TriggerKind.Error) => true,
        (NodeKind.EndEvent, TriggerKind.Message or TriggerKind.Error or TriggerKind.Terminate) => true,
        (NodeKind.CatchEvent, TriggerKind.Timer or TriggerKind.Message) => true,
        (NodeKind.ThrowEvent, TriggerKind.Message) => true,
        (NodeKind.BoundaryEvent, TriggerKind.Timer or TriggerKind.Message or TriggerKind.Error) => true,
        _ => false,
    };

    private void BindFlows(ScopeDraft scope)
    {
        foreach (var element in scope.Element.BpmnChildren("sequenceFlow")) BindFlow(element, scope);
        foreach (var node in scope.Nodes)
            if (node.Inside is not null) BindFlows(node.Inside);
    }

    private void BindFlow(SourceElement element, ScopeDraft scope)
    {
        if (string.IsNullOrEmpty(element.Id))
        {
            report.Add(BpmnDescriptors.MissingId, element, element.Name);
            return;
        }
        var source = EndOf(element, "sourceRef", "comes from");
        var target = EndOf(element, "targetRef", "leads to");
        if (source is null || target is null) return;
        if (source.Scope != scope || target.Scope != scope)
        {
            report.Add(BpmnDescriptors.FlowCrossesScope, element, element.Id, source.Id, target.Id);
            return;
        }
        var flow = new FlowDraft(new ElementId(element.Id), element, source, target);
        source.Outgoing.Add(flow);
        target.Incoming.Add(flow);
    }

    private NodeDraft? EndOf(SourceElement flow, string attributeName, string direction)
    {
        var attribute = flow.Attribute(attributeName);
        if (attribute is null || attribute.Value.Trim().Length == 0)
        {
            report.Add(BpmnDescriptors.FlowEndMissing, flow, flow.Id!, attributeName);
            return null;
        }
        if (Find(attribute.Value) is { } node) return node;
        report.Add(BpmnDescriptors.DanglingFlow, flow, attribute.ValueSpan, flow.Id!, direction, attribute.Value.Trim());
        return null;
    }

    private NodeDraft? Find(string reference) =>
        _byId.GetValueOrDefault(reference.Trim()) ?? _byId.GetValueOrDefault(Texts.LocalName(reference));

    private void BindBoundaries(ScopeDraft scope)
    {
        foreach (var node in scope.All.Where(node => node.Kind == NodeKind.BoundaryEvent))
        {
            var attached = node.Element.Attribute("attachedToRef");
            if (attached is null || Find(attached.Value) is not { } host || host.Scope != node.Scope)
            {
                report.Add(
                    BpmnDescriptors.UnknownReference, node.Element, attached?.ValueSpan ?? node.Element.Span, node.Id, "task or sub-process beside it (attachedToRef)", attached?.Value ?? "");
                continue;
            }
            node.Host = host;
            host.Boundaries.Add(node);
        }
    }
}
