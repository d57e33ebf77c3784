using System.Text.RegularExpressions;
using Orchestrator.Diagnostics;
using Orchestrator.Feel;
using Orchestrator.Forms.Components;
using Orchestrator.Forms.Json;

namespace Orchestrator.Forms.Reading;

/// <summary>Reads the properties of components. What is wrong with one is told with the component's key or id; the value is then null.</summary>
internal sealed class Properties(SourceText source)
{
    // Constant expressions do not look at it.
    private static readonly FeelEnvironment Nowhere = new(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc, _ => null, new FeelCalendars());

    private readonly Dictionary<JsonObject, JsonObject> _owners = new(ReferenceEqualityComparer.Instance);

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>What is wrong with the part is told under the component's key.</summary>
    public void IsPartOf(JsonObject part, JsonObject component) => _owners[part] = component;

    public static string KindOf(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonObject => "an object",
        JsonArray => "a list",
        JsonString text => $"'{Short(text.Value.Text)}'",
        JsonNumber number => number.Text,
        JsonBoolean flag => flag.Value ? "true" : "false",
        _ => "null",
    };

    public void CheckDuplicates(JsonObject json)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.Members)
            if (!seen.Add(member.Name.Text)) Tell(FormDescriptors.DuplicateProperty, member.NameSpan, json, member.Name.Text);
    }

    /// <summary>The place of a property's value, or of the component when it has none.</summary>
    public static TextSpan SpanOf(JsonObject json, string name) => json[name]?.Span ?? json.Span;

    public string? RequiredText(JsonObject json, string name, string kind, string? title)
    {
        if (Text(json, name) is { } text && !string.IsNullOrWhiteSpace(text)) return text;
        if (json[name] is null or JsonString) Tell(FormDescriptors.PropertyMissing, SpanOf(json, name), json, name, title is null ? kind : $"{kind} '{title}'");
        return null;
    }

    public string? Text(JsonObject json, string name)
    {
        if (json[name] is null or JsonNull) return null;
        if (json[name] is JsonString text) return text.Value.Text;
        return Wrong<string>(json, name, "text");
    }

    public bool? Boolean(JsonObject json, string name) => json[name] switch
    {
        null or JsonNull => null,
        JsonBoolean flag => flag.Value,
        _ => WrongValue<bool>(json, name, "true or false"),
    };

    public Decimal34? Number(JsonObject json, string name) => json[name] switch
    {
        null or JsonNull => null,
        JsonNumber number when Decimal34.TryParse(number.Text, out var value) => value,
        JsonString { Value.Text: "" } => null,
        JsonString text when Decimal34.TryParse(text.Value.Text, out var value) => value,
        _ => WrongValue<Decimal34>(json, name, "a number"),
    };

    public int? WholeNumber(JsonObject json, string name, int least, int most)
    {
        if (Number(json, name) is not { } number) return null;
        return number.TryToInt32(out var value) && value >= least && value <= most ? value : WrongValue<int>(json, name, $"a whole number from {least} to {most}");
    }

    /// <summary>True, false, or an expression.</summary>
    public Setting Setting(JsonObject? json, string name) => json?[name] switch
    {
        null or JsonNull => Components.Setting.Off,
        JsonBoolean flag => new Setting(flag.Value, null),
        JsonString text => new Setting(false, Expression(json, name, text)),
        _ => Wrong<Setting>(json, name, "true, false or an expression") ?? Components.Setting.Off,
    };

    /// <summary>A figure or an expression.</summary>
    public Bound? Bound(JsonObject? json, string name)
    {
        if (json is null) return null;
        if (json[name] is JsonString { Value.Text: ['=', ..] } text) return new Bound(null, Expression(json, name, text));
        return Number(json, name) is { } number ? new Bound(number, null) : null;
    }

    public FieldPath? RequiredPath(JsonObject json, string name, string kind)
    {
        if (RequiredText(json, name, kind, Text(json, "id")) is not { } text) return null;
        var names = text.Split('.');
        if (Array.TrueForAll(names, IsName)) return new FieldPath(names);
        Tell(FormDescriptors.BadKey, SpanOf(json, name), json, name, Short(text));
        return null;
    }

    public FeelExpression? Expression(JsonObject json, string name, JsonString text)
    {
        var value = text.Value.Text;
        var start = value.Length - value.TrimStart().Length;
        if (start < value.Length && value[start] == '=') return Parse(json, text.Value.Slice(TextSpan.Between(start + 1, value.Length)));
        Tell(FormDescriptors.ExpressionExpected, text.Span, json, name, Short(value));
        return null;
    }

    public FeelExpression? Hide(JsonObject json, string title)
    {
        if (json["conditional"] is null or JsonNull) return null;
        if (json["conditional"] is not JsonObject conditional) return Wrong<FeelExpression>(json, "conditional", "an object");
        if (conditional["hide"] is not JsonString { Value.Text.Length: > 0 } text) return null;
        if (Expression(json, "conditional.hide", text) is not { } hide) return null;
        if (hide.IsConstant && hide.Evaluate(FeelContext.Empty, Nowhere).Value is FeelBoolean { Value: true })
            Tell(FormDescriptors.NeverShown, text.Span, json, title);
        return hide;
    }

    /// <summary><c>properties.orchRule</c>: the leading <c>=</c> may be left out, because the property is FEEL only.</summary>
    public Rule? Rule(JsonObject json, string title)
    {
        if (json["properties"] is not JsonObject properties || properties["orchRule"] is null) return null;
        IsPartOf(properties, json);
        if (properties["orchRule"] is not JsonString text) return Wrong<Rule>(properties, "orchRule", "a FEEL expression");
        var value = text.Value.Text;
        var start = value.Length - value.TrimStart().Length;
        if (start < value.Length && value[start] == '=') start++;
        var condition = Parse(json, text.Value.Slice(TextSpan.Between(start, value.Length)));
        var message = Text(properties, "orchRuleMessage");
        if (string.IsNullOrWhiteSpace(message)) Tell(FormDescriptors.RuleWithoutMessage, text.Span, json, title);
        return condition is null ? null : new Rule(condition, string.IsNullOrWhiteSpace(message) ? null : message);
    }

    public Regex? Pattern(JsonObject json, JsonObject? validate)
    {
        if (validate?["pattern"] is not JsonString { Value.Text.Length: > 0 } text) return null;
        try
        {
            return Patterns.Compile(text.Value.Text);
        }
        catch (Exception broken) when (broken is ArgumentException or NotSupportedException)
        {
            Tell(FormDescriptors.BadPattern, text.Span, json, Short(text.Value.Text), broken.Message);
            return null;
        }
    }

    public void Tell(Descriptor descriptor, TextSpan span, JsonObject component, params object[] arguments) =>
        Diagnostics.Add(new Diagnostic(descriptor, source, span, IdOf(component), arguments));

    private FeelExpression? Parse(JsonObject json, EmbeddedText text)
    {
        var parse = FeelExpression.Parse(text);
        foreach (var diagnostic in parse.Diagnostics)
            Diagnostics.Add(new Diagnostic(diagnostic.Descriptor, diagnostic.Source, diagnostic.Span, IdOf(json), [.. diagnostic.Arguments]));
        return parse.Expression;
    }

    private T? Wrong<T>(JsonObject json, string name, string expected) where T : class
    {
        Tell(FormDescriptors.PropertyType, SpanOf(json, name), json, name, expected, KindOf(json[name]));
        return null;
    }

    private T? WrongValue<T>(JsonObject json, string name, string expected) where T : struct
    {
        Tell(FormDescriptors.PropertyType, SpanOf(json, name), json, name, expected, KindOf(json[name]));
        return null;
    }

    private string? IdOf(JsonObject part)
    {
        var json = _owners.GetValueOrDefault(part, part);
        foreach (var name in (ReadOnlySpan<string>)["key", "path", "id"])
            if (json[name] is JsonString { Value.Text: { Length: > 0 } text }) return text;
        return null;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "…";
}
