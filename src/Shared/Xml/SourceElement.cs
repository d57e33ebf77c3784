using Orchestrator.Diagnostics;

namespace Orchestrator.Xml;

/// <summary>An XML element that knows its place in the file. Namespaces are resolved; prefixes do not matter any more.</summary>
internal sealed class SourceElement(SourceText source, string ns, string name, TextSpan span, SourceElement? parent)
{
    private readonly List<SourceElement> _children = [];
    private readonly List<SourceAttribute> _attributes = [];
    private readonly List<EmbeddedText> _texts = [];

    public SourceText Source { get; } = source;

    public string Namespace { get; } = ns;

    public string Name { get; } = name;

    /// <summary>The <c>&lt;prefix:name</c> of the start tag.</summary>
    public TextSpan Span { get; } = span;

    public SourceElement? Parent { get; } = parent;

    public IReadOnlyList<SourceElement> Children => _children;

    public IReadOnlyList<SourceAttribute> Attributes => _attributes;

    public string? Id => Attribute("id")?.Value;

    public bool IsNamed(string ns, string name) => Name == name && Namespace == ns;

    /// <summary>An attribute without a namespace, or with the namespace given.</summary>
    public SourceAttribute? Attribute(string name, string ns = "") =>
        _attributes.Find(attribute => attribute.Name == name && attribute.Namespace == ns);

    /// <summary>The text directly inside, CDATA sections included; comments leave no trace.</summary>
    public EmbeddedText Text() => _texts.Count switch
    {
        0 => new EmbeddedText(Source, "", [Span.End]),
        1 => _texts[0],
        _ => Joined(),
    };

    internal void Add(SourceElement child) => _children.Add(child);

    internal void Add(SourceAttribute attribute) => _attributes.Add(attribute);

    internal void Add(EmbeddedText text) => _texts.Add(text);

    private EmbeddedText Joined()
    {
        var offsets = new List<int>();
        foreach (var text in _texts)
            for (var i = 0; i < text.Text.Length; i++) offsets.Add(text.ToOuter(new TextSpan(i, 1)).Start);
        offsets.Add(_texts[^1].ToOuter(new TextSpan(_texts[^1].Text.Length, 0)).End);
        return new EmbeddedText(Source, string.Concat(_texts.Select(text => text.Text)), offsets);
    }
}
