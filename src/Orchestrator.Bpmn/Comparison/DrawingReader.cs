using Orchestrator.Bpmn.Xml;
using Orchestrator.Diagnostics;

namespace Orchestrator.Bpmn.Comparison;

/// <summary>Reads a file as a flat list of elements. Unlike the reader of processes it refuses nothing: what it does not know it compares all the same.</summary>
internal sealed class DrawingReader
{
    // The drawing is read as well: it says what was only moved.
    private static readonly XmlRules Rules = new(
        BpmnLimits.FileCharactersMax, BpmnLimits.DepthMax, _ => false, BpmnDescriptors.NotWellFormed, BpmnDescriptors.TooLarge, BpmnDescriptors.TooDeep);

    // Elements that people see or name; everything else is a property of the one around it.
    private static readonly HashSet<string> Parts =
    [
        "process", "participant", "lane", "startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent",
        "task", "userTask", "serviceTask", "sendTask", "receiveTask", "scriptTask", "manualTask", "businessRuleTask", "callActivity", "subProcess", "transaction", "adHocSubProcess",
        "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway", "sequenceFlow", "messageFlow",
        "message", "error", "signal", "escalation", "textAnnotation", "association", "group", "dataObject", "dataObjectReference", "dataStoreReference",
    ];

    // What other lines of the file say already.
    private static readonly HashSet<string> Said = ["incoming", "outgoing", "flowNodeRef", "laneSet", "childLaneSet"];

    // By which attribute one of several is known.
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["input"] = "target", ["output"] = "target", ["header"] = "key", ["property"] = "name", ["variable"] = "name", ["deadline"] = "of",
    };

    // What is the same as saying nothing.
    private static readonly HashSet<(string, string)> Defaults =
    [
        ("isInterrupting", "true"), ("isSequential", "false"), ("isExecutable", "false"), ("triggeredByEvent", "false"), ("parallelMultiple", "false"), ("isForCompensation", "false"),
        ("completionQuantity", "1"), ("startQuantity", "1"), ("ordering", "Parallel"), ("cancelRemainingInstances", "true"), ("gatewayDirection", "Unspecified"), ("instantiate", "false"),
        ("catchUp", "once"), ("window", "PT1H"),
    ];

    private const string Definition = "EventDefinition";

    private readonly List<DrawnPart> _parts = [];
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, string> _names;
    private readonly Dictionary<string, string> _shapes;
    private readonly Dictionary<string, string> _lanes;

    private DrawingReader(SourceElement root)
    {
        var all = Descendants(root).ToList();
        _names = all.Where(element => element.IsBpmn && element.Id is not null).GroupBy(element => element.Id!).ToDictionary(group => group.Key, group => NameOf(group.First()) ?? group.Key);
        _lanes = all.Where(element => element.IsNamed(Namespaces.Bpmn, "lane"))
            .SelectMany(lane => lane.BpmnChildren("flowNodeRef").Select(node => (Node: node.Text().Text.Trim(), Lane: NameOf(lane) ?? lane.Id ?? "")))
            .GroupBy(entry => entry.Node).ToDictionary(group => group.Key, group => group.Last().Lane);
        _shapes = all.Where(element => element.Namespace == Namespaces.BpmnDi && element.Attribute("bpmnElement") is not null)
            .GroupBy(shape => shape.Attribute("bpmnElement")!.Value).ToDictionary(group => group.Key, group => ShapeOf(group.First()));
    }

    /// <summary>The elements in the order of the file, each id once; none when the text is no XML.</summary>
    public static IReadOnlyList<DrawnPart> Read(SourceText source)
    {
        if (XmlTree.Read(source, Rules, []) is not { } root) return [];
        var reader = new DrawingReader(root);
        reader.AddIn(root, null);
        return reader._parts;
    }

    private void AddIn(SourceElement parent, string? scope)
    {
        foreach (var child in parent.Children.Where(child => child.IsBpmn))
        {
            var isPart = Parts.Contains(child.Name) && child.Id is { } id && _seen.Add(id);
            if (isPart) _parts.Add(PartOf(child, scope));
            AddIn(child, isPart && child.Name is not ("process" or "lane" or "participant") ? _names[child.Id!] : scope);
        }
    }

    private DrawnPart PartOf(SourceElement element, string? scope)
    {
        var properties = new Dictionary<PropertyKey, string>();
        Flatten(element, "", null, properties);
        if (scope is not null) properties[new("scope", null)] = scope;
        if (_lanes.GetValueOrDefault(element.Id!) is { } lane) properties[new("lane", null)] = lane;
        if (element.Name == "boundaryEvent") properties.TryAdd(new("cancelActivity", null), "true");
        var type = TypeOf(element);
        properties[new("type", null)] = type;
        return new(_parts.Count, type, element.Id!, NameOf(element), PlaceOf(element) ?? scope, _shapes.GetValueOrDefault(element.Id!, ""), properties);
    }

    private void Flatten(SourceElement element, string path, string? of, Dictionary<PropertyKey, string> into)
    {
        var known = path.Length > 0 ? Known.GetValueOrDefault(element.Name) : null;
        foreach (var attribute in element.Attributes.Where(attribute => attribute.Namespace.Length == 0 && attribute.Name != "id" && attribute.Name != known))
            if (!Defaults.Contains((attribute.Name, attribute.Value))) Add(into, Joined(path, attribute.Name), of, Named(attribute.Name, attribute.Value));
        var text = element.Text().Text.Trim();
        if (text.Length > 0) Add(into, path.Length > 0 ? path : "text", of, text);
        foreach (var child in element.Children)
        {
            if (child.IsBpmn && (Parts.Contains(child.Name) || Said.Contains(child.Name))) continue;
            // The holder of extensions is no property of anything.
            var inside = child.Name == "extensionElements" ? path : Joined(path, child.Name);
            var which = Known.GetValueOrDefault(child.Name) is { } key ? child.Attribute(key)?.Value ?? of : of;
            if (child.Name != "extensionElements" && IsEmpty(child)) Add(into, inside, which, "true");
            else Flatten(child, inside, which, into);
        }
    }

    private static bool IsEmpty(SourceElement element) =>
        element.Children.Count == 0 && element.Text().Text.Trim().Length == 0 && element.Attributes.All(attribute => attribute.Name == "id" || attribute.Namespace.Length > 0 || Defaults.Contains((attribute.Name, attribute.Value)));

    private static void Add(Dictionary<PropertyKey, string> into, string path, string? of, string value)
    {
        var key = new PropertyKey(path, of);
        into[key] = into.TryGetValue(key, out var before) ? $"{before}\n{value}" : value;
    }

    // A reference is told by the name of what it leads to.
    private string Named(string attribute, string value) =>
        attribute.EndsWith("Ref", StringComparison.Ordinal) || attribute is "default" or "of" ? _names.GetValueOrDefault(value, value) : value;

    private string? PlaceOf(SourceElement element)
    {
        if (element.Attribute("attachedToRef")?.Value is { } host) return _names.GetValueOrDefault(host, host);
        if (element.Attribute("sourceRef")?.Value is not { } source || element.Attribute("targetRef")?.Value is not { } target) return null;
        return $"{_names.GetValueOrDefault(source, source)} → {_names.GetValueOrDefault(target, target)}";
    }

    private static string TypeOf(SourceElement element)
    {
        if (element.Name == "subProcess" && element.Attribute("triggeredByEvent")?.Value == "true") return "eventSubProcess";
        var definition = element.Children.Select(child => child.Name).FirstOrDefault(name => name.EndsWith(Definition, StringComparison.Ordinal));
        return definition is null ? element.Name : $"{element.Name}.{definition[..^Definition.Length]}";
    }

    private static string ShapeOf(SourceElement shape) => string.Join(' ', new[] { shape }.Concat(shape.Children.Where(child => child.Name is "Bounds" or "waypoint"))
        .SelectMany(one => one.Attributes.Where(attribute => attribute.Name is "x" or "y" or "width" or "height" or "isExpanded").Select(attribute => $"{attribute.Name}={attribute.Value}")));

    private static string? NameOf(SourceElement element) =>
        element.Attribute("name")?.Value is { } name && !string.IsNullOrWhiteSpace(name) ? string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    private static string Joined(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static IEnumerable<SourceElement> Descendants(SourceElement element) => element.Children.SelectMany(Descendants).Prepend(element);
}
