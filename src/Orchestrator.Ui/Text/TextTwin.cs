using System.Xml;
using System.Xml.Linq;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>A step of a process in words.</summary>
/// <param name="ElementId">The element's id in the diagram.</param>
/// <param name="Name">Its name; its id when it has none.</param>
/// <param name="Kind">The catalogue key of its kind, such as <c>userTask</c> or <c>boundaryEvent.timer</c>.</param>
/// <param name="Depth">How many sub-processes it stands in.</param>
public sealed record TwinStep(string ElementId, string Name, string Kind, int Depth)
{
    /// <summary>The lane that holds it.</summary>
    public string? Lane { get; init; }

    /// <summary>The step that a boundary event watches over.</summary>
    public string? AttachedTo { get; init; }

    /// <summary>True for what is reached from a boundary event only: a reminder, an escalation.</summary>
    public bool IsAside { get; init; }

    /// <summary>True for a step that its author gave no name.</summary>
    public bool IsNameless => Name == ElementId;

    /// <summary>Its state at the shown moment; null when it was not reached.</summary>
    public ElementMoment? Moment { get; init; }

    /// <summary>True for a gateway, which people pass without noticing.</summary>
    public bool IsGateway => Kind.EndsWith("Gateway", StringComparison.Ordinal);
}

/// <summary>
/// The text twin of a diagram: its steps in the order in which work passes them, each with its state. Somebody who does not
/// see the drawing reads the same here.
/// </summary>
public static class TextTwin
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static readonly HashSet<string> FlowNodes =
    [
        "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
        "task", "userTask", "serviceTask", "sendTask", "receiveTask", "scriptTask", "manualTask", "businessRuleTask", "callActivity",
        "subProcess", "transaction", "adHocSubProcess",
        "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway",
    ];

    /// <summary>
    /// The steps of a process. Branches come one after the other in the order of the file, a join after all of its branches,
    /// boundary events and what follows them after their host's way, loops where they are first entered. XML that cannot be
    /// read gives no steps.
    /// </summary>
    public static IReadOnlyList<TwinStep> Of(string diagramXml, string? processId, IReadOnlyList<ElementMoment> moments)
    {
        XDocument document;
        try
        {
            document = XDocument.Parse(diagramXml);
        }
        catch (XmlException)
        {
            return [];
        }

        var processes = document.Descendants(Bpmn + "process").ToList();
        var process = processes.Find(candidate => Id(candidate) == processId) ?? processes.FirstOrDefault();
        if (process is null)
            return [];

        var lanes = process.Descendants(Bpmn + "lane")
            .SelectMany(lane => lane.Elements(Bpmn + "flowNodeRef").Select(reference => (Node: reference.Value.Trim(), Lane: (string?)lane.Attribute("name") ?? Id(lane))))
            .GroupBy(entry => entry.Node)
            .ToDictionary(group => group.Key, group => group.Last().Lane);
        var states = moments.GroupBy(moment => moment.ElementId).ToDictionary(group => group.Key, group => group.First());
        List<TwinStep> steps = [];
        AddScope(process, 0, null, lanes, states, steps);
        return steps;
    }

    private static void AddScope(
        XElement scope, int depth, string? outerLane, Dictionary<string, string> lanes, Dictionary<string, ElementMoment> states, List<TwinStep> steps)
    {
        var onTheWay = OnTheWay(scope);
        foreach (var node in InOrder(scope))
        {
            var id = Id(node);
            var lane = lanes.GetValueOrDefault(id) ?? outerLane;
            steps.Add(new(id, NameOf(node), KindOf(node), depth)
            {
                Lane = lane,
                AttachedTo = (string?)node.Attribute("attachedToRef"),
                IsAside = !onTheWay.Contains(id),
                Moment = states.GetValueOrDefault(id),
            });
            if (node.Elements().Any(child => FlowNodes.Contains(child.Name.LocalName)))
                AddScope(node, depth + 1, lane, lanes, states, steps);
        }
    }

    // What is reached by flows alone from where the scope begins.
    private static HashSet<string> OnTheWay(XElement scope)
    {
        var flows = scope.Elements(Bpmn + "sequenceFlow")
            .ToLookup(flow => (string?)flow.Attribute("sourceRef") ?? "", flow => (string?)flow.Attribute("targetRef") ?? "");
        var targets = flows.SelectMany(flow => flow).ToHashSet();
        HashSet<string> reached = [];
        Stack<string> next = new(scope.Elements()
            .Where(node => FlowNodes.Contains(node.Name.LocalName) && node.Attribute("attachedToRef") is null && !IsEventSubProcess(node) && !targets.Contains(Id(node)))
            .Select(Id));
        while (next.TryPop(out var id))
        {
            if (!reached.Add(id))
                continue;
            foreach (var target in flows[id])
                next.Push(target);
        }

        return reached;
    }

    // The reverse of the order in which a depth-first walk leaves the nodes is a topological order once loops are cut.
    private static List<XElement> InOrder(XElement scope)
    {
        var nodes = scope.Elements().Where(element => element.Name.Namespace == Bpmn && FlowNodes.Contains(element.Name.LocalName)).ToList();
        var byId = nodes.GroupBy(Id).ToDictionary(group => group.Key, group => group.First());
        var next = scope.Elements(Bpmn + "sequenceFlow")
            .ToLookup(flow => (string?)flow.Attribute("sourceRef") ?? "", flow => (string?)flow.Attribute("targetRef") ?? "");
        var attached = nodes.Where(node => node.Attribute("attachedToRef") is not null)
            .ToLookup(node => (string)node.Attribute("attachedToRef")!, Id);

        HashSet<string> seen = [];
        List<XElement> left = [];
        var incoming = next.SelectMany(flows => flows).ToHashSet();
        var roots = nodes.Where(node => node.Attribute("attachedToRef") is null && !incoming.Contains(Id(node)))
            .OrderBy(node => IsEventSubProcess(node) ? 1 : 0);
        foreach (var root in roots.Reverse())
            Visit(root);
        left.Reverse();
        // What no root reaches (a loop without an entry) is told at the end.
        var reached = left.Count;
        foreach (var node in nodes)
            Visit(node);
        left.Reverse(reached, left.Count - reached);
        return left;

        void Visit(XElement node)
        {
            if (!seen.Add(Id(node)))
                return;
            foreach (var target in next[Id(node)].Concat(attached[Id(node)]).Reverse())
            {
                if (byId.TryGetValue(target, out var successor))
                    Visit(successor);
            }

            left.Add(node);
        }
    }

    private static bool IsEventSubProcess(XElement node) => (string?)node.Attribute("triggeredByEvent") == "true";

    private static string Id(XElement element) => (string?)element.Attribute("id") ?? "";

    private static string NameOf(XElement node) =>
        (string?)node.Attribute("name") is { } name && !string.IsNullOrWhiteSpace(name)
            ? string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : Id(node);

    private static string KindOf(XElement node)
    {
        var kind = node.Name.LocalName;
        if (IsEventSubProcess(node))
            return "eventSubProcess";

        const string Suffix = "EventDefinition";
        var definition = node.Elements().Select(child => child.Name.LocalName).FirstOrDefault(name => name.EndsWith(Suffix, StringComparison.Ordinal));
        return definition is null ? kind : kind + "." + definition[..^Suffix.Length];
    }
}
