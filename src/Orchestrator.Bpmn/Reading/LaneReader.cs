using Orchestrator.Bpmn.Xml;

namespace Orchestrator.Bpmn.Reading;

/// <summary>Lanes (BPMN 2.0.2, clause 10.8). The innermost lane that names a node counts; what stands in a sub-process or on an activity's border is in the lane of that activity.</summary>
internal static class LaneReader
{
    public static void Bind(ScopeDraft scope, Root root, Report report)
    {
        var lanes = new Dictionary<string, LaneDraft>(StringComparer.Ordinal);
        var nodes = scope.Nodes.Select(node => node.Id.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var set in scope.Element.BpmnChildren("laneSet")) Read(set, lanes, nodes, root, report);
        foreach (var node in scope.Nodes)
            node.Lane = lanes.GetValueOrDefault(node.Id.Value) ?? scope.Node?.Lane;
        foreach (var node in scope.Nodes)
        {
            // A boundary event sits on the border of its host, whatever the drawing says about it.
            if (node.Host is not null) node.Lane ??= node.Host.Lane;
            if (node.Inside is not null) Bind(node.Inside, root, report);
        }
    }

    private static void Read(SourceElement set, Dictionary<string, LaneDraft> lanes, HashSet<string> nodes, Root root, Report report)
    {
        foreach (var lane in set.BpmnChildren("lane"))
        {
            var name = lane.Attribute("name")?.Value.Trim() is { Length: > 0 } text ? text : null;
            var group = lane.Extension(Namespaces.Orch, "lane")?.Attribute("group")?.Value.Trim() is { Length: > 0 } named ? named : name;
            foreach (var reference in lane.BpmnChildren("flowNodeRef"))
            {
                var id = Texts.LocalName(reference.Text().Text);
                if (nodes.Contains(id)) lanes[id] = new LaneDraft(name, group);
                // Some modelers also list what stands inside a sub-process, and data objects.
                else if (!root.KnownIds.Contains(id)) report.Add(BpmnDescriptors.LaneNodeUnknown, lane, reference.Span, name ?? lane.Id ?? "", id);
            }
            foreach (var inner in lane.BpmnChildren("childLaneSet")) Read(inner, lanes, nodes, root, report);
        }
    }
}
