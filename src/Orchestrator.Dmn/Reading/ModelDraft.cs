using Orchestrator.Dmn.Graph;
using Orchestrator.Dmn.Types;

namespace Orchestrator.Dmn.Reading;

/// <summary>One file while it is read: its root element, its types, its elements by id, and the models that it imports by their name in it.</summary>
internal sealed class ModelDraft(SourceElement definitions, ModelTypes types)
{
    public SourceElement Definitions => definitions;

    public ModelTypes Types => types;

    public string Namespace { get; } = definitions.Attribute("namespace")?.Value.Trim() ?? "";

    public string Name { get; } = definitions.NameText ?? "";

    /// <summary>Imported models by the name that expressions give them; an empty name makes their elements known without a prefix (since DMN 1.5).</summary>
    public List<(string Name, ModelDraft Model)> Imports { get; } = [];

    public Dictionary<string, DrgElement> ById { get; } = new(StringComparer.Ordinal);

    public List<(DrgElement Element, SourceElement Source)> Elements { get; } = [];
}
