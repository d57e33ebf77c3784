using Orchestrator.Bpmn.Xml;

namespace Orchestrator.Bpmn.Reading;

/// <summary>What stands at the root of a file and is named from inside its processes: messages, errors, event definitions.</summary>
internal sealed class Root
{
    private readonly Dictionary<string, SourceElement> _byId = new(StringComparer.Ordinal);

    public Root(SourceElement definitions, IReadOnlySet<string> knownIds)
    {
        KnownIds = knownIds;
        Element = definitions;
        foreach (var child in definitions.Children)
            if (child.IsBpmn && child.Id is { } id) _byId.TryAdd(id, child);
    }

    public SourceElement Element { get; }

    /// <summary>Every id of the file.</summary>
    public IReadOnlySet<string> KnownIds { get; }

    /// <summary>The element of this name that a reference (an id, perhaps with a prefix) leads to, or null.</summary>
    public SourceElement? Find(string reference, string elementName)
    {
        var found = _byId.GetValueOrDefault(reference.Trim()) ?? _byId.GetValueOrDefault(Texts.LocalName(reference));
        return found?.Name == elementName ? found : null;
    }

    public SourceElement? FindTrigger(string reference)
    {
        var found = _byId.GetValueOrDefault(reference.Trim()) ?? _byId.GetValueOrDefault(Texts.LocalName(reference));
        return found is not null && found.Name.EndsWith("EventDefinition", StringComparison.Ordinal) ? found : null;
    }

    /// <summary>The code that an error event definition catches; empty for every error.</summary>
    public string ErrorCodeOf(SourceElement definition) =>
        definition.Attribute("errorRef")?.Value is { } reference ? Find(reference, "error")?.Attribute("errorCode")?.Value ?? reference : "";
}
