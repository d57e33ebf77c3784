using Orchestrator.Bpmn.Reading;
using Orchestrator.Bpmn.Xml;

namespace Orchestrator.Bpmn.Validation;

/// <summary>
/// Finds loops that never wait and cannot end. A node is in such a loop when it does not wait and, whatever conditions say, a token at it goes on to another such node.
/// The set is the greatest one with that property: all candidates, less those from which a token can get away.
/// Loops that could end are allowed; the interpreter bounds their steps.
/// </summary>
internal static class EndlessLoops
{
    public static void Check(ScopeDraft scope, Report report)
    {
        var caught = scope.Nodes.Where(node => node.Outgoing.Count > 0 && !Waits(node)).ToHashSet();
        while (caught.RemoveWhere(node => !StaysIn(caught, node)) > 0) { }
        var told = new HashSet<NodeDraft>();
        foreach (var node in scope.Nodes)
        {
            if (!caught.Contains(node) || told.Contains(node)) continue;
            var cycle = CycleFrom(node, caught);
            if (cycle.TrueForAll(told.Add)) report.Add(BpmnDescriptors.UnconditionalLoop, cycle[0].Element, Drawn(cycle));
        }
    }

    /// <summary>True when a token may rest at the node: the command that brought it there ends.</summary>
    public static bool Waits(NodeDraft node) => node.Kind switch
    {
        NodeKind.UserTask or NodeKind.ServiceTask or NodeKind.ReceiveTask or NodeKind.CatchEvent or NodeKind.EventBasedGateway => true,
        // A called process has its own rules; calls that never end are looked for in the whole deployment.
        NodeKind.CallActivity => true,
        NodeKind.SendTask or NodeKind.ScriptTask or NodeKind.BusinessRuleTask or NodeKind.ThrowEvent => node.Element.Extension(Namespaces.Zeebe, "taskDefinition") is not null,
        NodeKind.SubProcess => node.Inside!.All.Any(Waits),
        // It waits for somebody to choose, unless it begins elements itself and ends with them.
        NodeKind.AdHocSubProcess => node.Element.BpmnChild("completionCondition") is not null
            || node.Element.Extension(Namespaces.Zeebe, "adHoc")?.Attribute("activeElementsCollection") is null || node.Inside!.All.Any(Waits),
        // Not executed and reported already.
        NodeKind.Refused => true,
        _ => false,
    };

    private static bool StaysIn(HashSet<NodeDraft> caught, NodeDraft node)
    {
        // Of these one is chosen: each of them must lead on. Of the others all are taken: one is enough.
        if (node.Kind == NodeKind.ExclusiveGateway) return node.Outgoing.TrueForAll(flow => caught.Contains(flow.Target));
        var always = node.Outgoing.FindAll(flow => flow.Condition is null && !flow.IsDefault);
        var staysNormally = always.Count > 0
            ? always.Exists(flow => caught.Contains(flow.Target))
            : node.Outgoing.TrueForAll(flow => caught.Contains(flow.Target));
        // A sub-process may also be left by its border.
        return staysNormally && node.Boundaries.TrueForAll(caught.Contains);
    }

    // Following one caught successor after another must come back, because each has one.
    private static List<NodeDraft> CycleFrom(NodeDraft start, HashSet<NodeDraft> caught)
    {
        var path = new List<NodeDraft>();
        var at = start;
        while (!path.Contains(at))
        {
            path.Add(at);
            at = at.Outgoing.Find(flow => caught.Contains(flow.Target))!.Target;
        }
        return path[path.IndexOf(at)..];
    }

    private static string Drawn(List<NodeDraft> cycle)
    {
        var shown = cycle.Take(8).Select(node => node.Id.Value).ToList();
        if (cycle.Count > shown.Count) shown.Add("…");
        shown.Add(cycle[0].Id.Value);
        return string.Join(" → ", shown);
    }
}
