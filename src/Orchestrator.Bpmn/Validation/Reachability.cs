using Orchestrator.Bpmn.Reading;

namespace Orchestrator.Bpmn.Validation;

/// <summary>Every node can be reached: from a start event, from the border of an activity that can, or as an event sub-process; in an ad-hoc sub-process from a node without incoming flows.</summary>
internal static class Reachability
{
    public static void Check(ScopeDraft scope, Report report)
    {
        // Without a start event everything is unreachable, and that one diagnostic says it.
        if (!scope.IsAdHoc && !scope.StartEvents.Any()) return;
        var reached = new HashSet<NodeDraft>();
        var open = new Stack<NodeDraft>(scope.Nodes.Where(node => IsEntry(node, scope)));
        while (open.TryPop(out var node))
        {
            if (!reached.Add(node)) continue;
            foreach (var flow in node.Outgoing) open.Push(flow.Target);
            foreach (var boundary in node.Boundaries) open.Push(boundary);
        }
        foreach (var node in scope.Nodes)
        {
            // The first node of an island is enough to find it; a boundary event without a host was reported.
            if (reached.Contains(node) || node.Kind is NodeKind.BoundaryEvent or NodeKind.Refused) continue;
            report.Add(BpmnDescriptors.Unreachable, node.Element, Words.Of(node), node.Id);
        }
    }

    private static bool IsEntry(NodeDraft node, ScopeDraft scope) =>
        node.Kind == NodeKind.StartEvent || node.IsEventSubProcess || scope.IsAdHoc && node.Kind != NodeKind.BoundaryEvent && node.Incoming.Count == 0;
}
