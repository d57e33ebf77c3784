using Orchestrator.Bpmn.Model;
using Orchestrator.Diagnostics;
using Orchestrator.Feel;

namespace Orchestrator.Bpmn.Reading;

/// <summary>Reads values: a leading <c>=</c> begins an expression, anything else is fixed text. Null means that there is none, or that what is wrong with it was reported.</summary>
internal sealed class Values(Report report)
{
    /// <summary>A value that may be absent; text of white space only counts as absent.</summary>
    public BpmnValue? Optional(SourceElement? element, string attribute) =>
        Texts.TrimmedOrNull(element?.Attribute(attribute)?.Text) is { } text ? Of(text, element!) : null;

    /// <summary>As <see cref="Optional(SourceElement?, string)"/>, with a check for fixed text.</summary>
    public BpmnValue? Optional(SourceElement? element, string attribute, Func<string, bool> isValid, string expected)
    {
        var value = Optional(element, attribute);
        if (value is not BpmnValue.Fixed fixedText || isValid(fixedText.Text)) return value;
        report.Add(BpmnDescriptors.BadConstant, element!, element!.Attribute(attribute)!.ValueSpan, attribute, expected, fixedText.Text);
        return null;
    }

    public BpmnValue? Required(SourceElement element, string attribute)
    {
        if (Texts.TrimmedOrNull(element.Attribute(attribute)?.Text) is { } text) return Of(text, element);
        Missing(element, attribute);
        return null;
    }

    public BpmnValue? Of(EmbeddedText text, SourceElement owner)
    {
        if (text.Text[0] != '=') return new BpmnValue.Fixed(text.Text);
        return Parse(text, owner) is { } expression ? new BpmnValue.Computed(expression) : null;
    }

    public FeelExpression? RequiredExpression(SourceElement element, string attribute)
    {
        if (Texts.TrimmedOrNull(element.Attribute(attribute)?.Text) is { } text) return Expression(text, attribute, element);
        Missing(element, attribute);
        return null;
    }

    public FeelExpression? OptionalExpression(SourceElement element, string attribute) =>
        Texts.TrimmedOrNull(element.Attribute(attribute)?.Text) is { } text ? Expression(text, attribute, element) : null;

    public FeelExpression? Expression(EmbeddedText text, string what, SourceElement owner)
    {
        if (text.Text[0] == '=') return Parse(text, owner);
        report.Add(BpmnDescriptors.ExpressionExpected, owner, Texts.SpanOf(text), what, Short(text.Text));
        return null;
    }

    public string? OptionalFixed(SourceElement? element, string attribute)
    {
        if (Texts.TrimmedOrNull(element?.Attribute(attribute)?.Text) is not { } text) return null;
        if (text.Text[0] != '=') return text.Text;
        report.Add(BpmnDescriptors.FixedTextExpected, element!, Texts.SpanOf(text), attribute);
        return null;
    }

    public string? RequiredFixed(SourceElement element, string attribute)
    {
        if (Texts.TrimmedOrNull(element.Attribute(attribute)?.Text) is null)
        {
            Missing(element, attribute);
            return null;
        }
        return OptionalFixed(element, attribute);
    }

    /// <summary>The name of a variable that is written, or a path of names when <paramref name="path"/>.</summary>
    public string? Variable(SourceElement element, string attribute, bool required, bool path)
    {
        var name = required ? RequiredFixed(element, attribute) : OptionalFixed(element, attribute);
        if (name is null || name.Split('.') is var parts && (path || parts.Length == 1) && Array.TrueForAll(parts, IsName)) return name;
        report.Add(BpmnDescriptors.BadVariableName, element, element.Attribute(attribute)!.ValueSpan, attribute, Short(name));
        return null;
    }

    /// <summary>One of a few words, or <paramref name="otherwise"/> when the attribute is absent or wrong.</summary>
    public T Choice<T>(SourceElement? element, string attribute, T otherwise, IReadOnlyDictionary<string, T> choices)
    {
        if (element?.Attribute(attribute) is not { } found) return otherwise;
        if (choices.TryGetValue(found.Value.Trim(), out var choice)) return choice;
        report.Add(BpmnDescriptors.UnknownChoice, element, found.ValueSpan, attribute, string.Join(", ", choices.Keys), Short(found.Value));
        return otherwise;
    }

    public bool Boolean(SourceElement? element, string attribute, bool otherwise)
    {
        if (element?.Attribute(attribute) is not { } found) return otherwise;
        if (found.Value.Trim() is not ("true" or "false" or "1" or "0"))
            report.Add(BpmnDescriptors.UnknownChoice, element, found.ValueSpan, attribute, "true, false", Short(found.Value));
        return XmlBoolean.Read(found, otherwise);
    }

    public void Missing(SourceElement element, string attribute) =>
        report.Add(BpmnDescriptors.ValueMissing, element, attribute, Words.Qualified(element));

    private FeelExpression? Parse(EmbeddedText text, SourceElement owner)
    {
        var parse = FeelExpression.Parse(text.Slice(TextSpan.Between(1, text.Text.Length)));
        report.AddAll(parse.Diagnostics, owner);
        return parse.Expression;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "…";
}
