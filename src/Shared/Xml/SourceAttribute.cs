using Orchestrator.Diagnostics;

namespace Orchestrator.Xml;

/// <summary>An attribute that knows its place in the file. <paramref name="valueSpan"/> is the raw text between the quotes.</summary>
internal sealed class SourceAttribute(SourceText source, string ns, string name, TextSpan span, TextSpan valueSpan)
{
    private EmbeddedText? _text;

    public string Namespace { get; } = ns;

    public string Name { get; } = name;

    /// <summary>The attribute's name in the file.</summary>
    public TextSpan Span { get; } = span;

    public TextSpan ValueSpan { get; } = valueSpan;

    /// <summary>The value with entities resolved and white space normalised (XML 1.0, section 3.3.3).</summary>
    public EmbeddedText Text => _text ??= XmlDecoder.Attribute(source, ValueSpan);

    public string Value => Text.Text;
}
