using System.Xml.Linq;

namespace Orchestrator.Testing.Scenarios;

/// <summary>
/// A definition without one of its elements, so that what is left can still be deployed and only a scenario can notice. What came to the element goes on to what
/// followed it; a boundary event, an event sub-process and a branch behind an event-based gateway go with what only they led to; a start event that is the only one
/// of its process, and an end event, stay but do nothing of their own.
/// </summary>
public static class ElementRemoval
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Drawing = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace Orch = "urn:orchestrator:bpmn:1";
    private static readonly string[] Scopes = ["process", "subProcess", "adHocSubProcess", "transaction"];

    /// <summary>The flow nodes of a file, in document order: their ids, the names of their kinds in BPMN, and what they are called.</summary>
    public static IReadOnlyList<(string Id, string Kind, string Name)> NodesOf(string bpmn) =>
        [.. XDocument.Parse(bpmn).Descendants().Where(IsNode).Select(one => (Id(one), one.Name.LocalName, (string?)one.Attribute("name") ?? ""))];

    /// <summary>Those whose removal takes something away: not start and end events that only begin and end, and not gateways where ways only meet.</summary>
    public static IReadOnlyList<string> RemovableOf(string bpmn) => [.. XDocument.Parse(bpmn).Descendants().Where(IsNode).Where(TakesSomething).Select(Id)];

    /// <exception cref="ArgumentException">There is no such flow node, or nothing would be missing without it.</exception>
    public static string Without(string bpmn, string element)
    {
        var document = XDocument.Parse(bpmn);
        var node = document.Descendants().FirstOrDefault(one => IsNode(one) && Id(one) == element)
            ?? throw new ArgumentException($"Expected a flow node of the file, but there is no '{element}'.", nameof(element));
        Remove(node);
        RemoveUnreachable(document);
        RemoveMarks(document);
        return document.ToString();
    }

    private static bool TakesSomething(XElement node)
    {
        if (Is(node, "exclusiveGateway")) return Outgoing(node).Count() > 1;
        if (Is(node, "startEvent") && (IsEventSubProcess(node.Parent!) || node.Parent!.Elements(Bpmn + "startEvent").Count() > 1)) return true;
        return !Is(node, "startEvent") && !Is(node, "endEvent") || OwnOf(node).Any();
    }

    private static void Remove(XElement node)
    {
        var scope = node.Parent!;
        if (Is(node, "boundaryEvent") || IsEventSubProcess(node) || Incoming(node).Any(flow => Is(Source(flow), "eventBasedGateway"))) Cut(node);
        else if (Is(node, "startEvent") && IsEventSubProcess(scope)) Cut(scope);
        else if (Is(node, "startEvent") && scope.Elements(Bpmn + "startEvent").Count() > 1) Cut(node);
        else if (Is(node, "startEvent") || Is(node, "endEvent")) Empty(node);
        else if (!Outgoing(node).Any() && (Is(scope, "adHocSubProcess") || Incoming(node).Any())) Cut(node);
        else Bridge(node);
    }

    /// <summary>An event that says and waits for nothing.</summary>
    private static void Empty(XElement node)
    {
        var own = OwnOf(node).ToList();
        if (own.Count == 0) throw new ArgumentException($"Expected an event with something of its own, but without '{Id(node)}' nothing would be missing.", nameof(node));
        own.ForEach(child => child.Remove());
    }

    private static IEnumerable<XElement> OwnOf(XElement node) =>
        node.Elements().Where(child => child.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal) || child.Name == Bpmn + "extensionElements");

    private static void Cut(XElement node)
    {
        foreach (var flow in Incoming(node).Concat(Outgoing(node)).ToList()) flow.Remove();
        foreach (var boundary in Boundaries(node).ToList()) Cut(boundary);
        node.Remove();
    }

    private static void Bridge(XElement node)
    {
        var outgoing = Outgoing(node).ToList();
        var follow = outgoing.Find(flow => Id(flow) == (string?)node.Attribute("default")) ?? outgoing.Find(flow => (string?)flow.Attribute("targetRef") != Id(node))
            ?? throw new ArgumentException($"Expected a node with a way on, but '{Id(node)}' has none.", nameof(node));
        var target = (string)follow.Attribute("targetRef")!;
        var incoming = Incoming(node).Where(flow => (string?)flow.Attribute("sourceRef") != Id(node)).ToList();
        foreach (var flow in outgoing) flow.Remove();
        foreach (var flow in incoming) flow.SetAttributeValue("targetRef", target);
        Cut(node);
    }

    /// <summary>What nothing leads to any more, with its flows; and an event-based gateway that has one branch left is no choice any more.</summary>
    private static void RemoveUnreachable(XDocument document)
    {
        foreach (var scope in document.Descendants().Where(one => Array.Exists(Scopes, name => Is(one, name)) && !Is(one, "adHocSubProcess")).ToList())
        {
            var reached = Reached(scope);
            foreach (var node in scope.Elements().Where(one => IsNode(one) && !reached.Contains(Id(one))).ToList()) if (node.Parent is not null) Cut(node);
            foreach (var gateway in scope.Elements(Bpmn + "eventBasedGateway").Where(one => Outgoing(one).Count() == 1).ToList()) Bridge(gateway);
        }
    }

    private static HashSet<string> Reached(XElement scope)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<XElement>(scope.Elements().Where(one => Is(one, "startEvent") || IsEventSubProcess(one)));
        while (open.TryPop(out var node))
        {
            if (!reached.Add(Id(node))) continue;
            foreach (var boundary in Boundaries(node)) open.Push(boundary);
            foreach (var flow in Outgoing(node))
                if (scope.Elements().FirstOrDefault(one => IsNode(one) && Id(one) == (string?)flow.Attribute("targetRef")) is { } target) open.Push(target);
        }
        return reached;
    }

    /// <summary>What is said elsewhere about nodes and flows that are gone; drawings are not needed to deploy.</summary>
    private static void RemoveMarks(XDocument document)
    {
        var known = document.Descendants().Where(one => IsNode(one) || Is(one, "sequenceFlow")).Select(Id).ToHashSet(StringComparer.Ordinal);
        document.Descendants(Drawing + "BPMNDiagram").ToList().ForEach(one => one.Remove());
        foreach (var name in new[] { "incoming", "outgoing", "association", "messageFlow" }) document.Descendants(Bpmn + name).ToList().ForEach(one => one.Remove());
        document.Descendants(Bpmn + "flowNodeRef").Where(one => !known.Contains(one.Value.Trim())).ToList().ForEach(one => one.Remove());
        document.Descendants().Where(one => one.Name.Namespace == Orch && one.Name.LocalName is "deadline" or "escalation" && !known.Contains((string?)one.Attribute("of") ?? "")).ToList().ForEach(one => one.Remove());
        foreach (var node in document.Descendants().Where(one => one.Attribute("default") is { } flow && !known.Contains(flow.Value))) node.SetAttributeValue("default", null);
    }

    private static IEnumerable<XElement> Incoming(XElement node) => FlowsOf(node).Where(flow => (string?)flow.Attribute("targetRef") == Id(node));

    private static IEnumerable<XElement> Outgoing(XElement node) => FlowsOf(node).Where(flow => (string?)flow.Attribute("sourceRef") == Id(node));

    private static IEnumerable<XElement> FlowsOf(XElement node) => node.Parent?.Elements(Bpmn + "sequenceFlow") ?? [];

    private static XElement Source(XElement flow) => flow.Parent!.Elements().First(one => IsNode(one) && Id(one) == (string?)flow.Attribute("sourceRef"));

    private static IEnumerable<XElement> Boundaries(XElement node) => node.Parent!.Elements(Bpmn + "boundaryEvent").Where(one => (string?)one.Attribute("attachedToRef") == Id(node));

    private static bool IsEventSubProcess(XElement node) => Is(node, "subProcess") && (string?)node.Attribute("triggeredByEvent") == "true";

    private static bool IsNode(XElement one) => one.Name.Namespace == Bpmn && one.Attribute("id") is not null
        && (one.Name.LocalName.EndsWith("Task", StringComparison.Ordinal) || one.Name.LocalName.EndsWith("Event", StringComparison.Ordinal) || one.Name.LocalName.EndsWith("Gateway", StringComparison.Ordinal)
            || one.Name.LocalName is "task" or "callActivity" or "subProcess" or "adHocSubProcess" or "transaction");

    private static bool Is(XElement one, string name) => one.Name == Bpmn + name;

    private static string Id(XElement one) => (string)one.Attribute("id")!;
}
