using System.Xml;
using System.Xml.Linq;
using Orchestrator.Feel;

namespace Orchestrator.Cli.Conformance;

/// <summary>Reads files of cases in the format of the DMN compatibility kit (testCases.xsd).</summary>
internal sealed class KitReader(FeelEnvironment environment)
{
    private const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly XNamespace Kit = "http://www.omg.org/spec/DMN/20160719/testcase";

    /// <summary>The cases of an XML file, or null when it holds something else.</summary>
    /// <exception cref="FormatException">It holds cases that do not follow the format.</exception>
    public KitFile? Read(string text)
    {
        if (RootOf(text) is not { } root) return null;
        return new((root.Element(Kit + "modelName")?.Value ?? "").Trim(), [.. root.Elements(Kit + "testCase").Select(Case)]);
    }

    private static XElement? RootOf(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
            return root?.Name == Kit + "testCases" ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private KitCase Case(XElement source)
    {
        var inputs = source.Elements(Kit + "inputNode").Select(input => KeyValuePair.Create(InputName(input), Value(input)));
        var type = (string?)source.Attribute("type") ?? "decision";
        var invocable = type is "decisionService" or "bkm" ? (string?)source.Attribute("invocableName") : null;
        return new((string?)source.Attribute("id") ?? "", invocable, FeelContext.Of(inputs), [.. source.Elements(Kit + "resultNode").Select(Expectation)]);
    }

    private static string InputName(XElement input)
    {
        var name = (string?)input.Attribute("name") ?? throw new FormatException("an inputNode has no name");
        return (string?)input.Attribute("namespace") is { Length: > 0 } ns ? $"{ns}#{name}" : name;
    }

    private KitExpectation Expectation(XElement result)
    {
        var name = (string?)result.Attribute("name") ?? throw new FormatException("a resultNode has no name");
        var isError = (string?)result.Attribute("errorResult") is "true" or "1";
        return new(name, isError || result.Element(Kit + "expected") is not { } expected ? FeelNull.Instance : Value(expected));
    }

    /// <summary>A value: components of a context, a list, or a simple value with an XML schema type.</summary>
    private FeelValue Value(XElement holder)
    {
        if (IsNil(holder)) return FeelNull.Instance;
        if (holder.Element(Kit + "list") is { } list) return IsNil(list) ? FeelNull.Instance : FeelList.From(list.Elements(Kit + "item").Select(Value));
        if (holder.Elements(Kit + "component").Any())
            return FeelContext.Of(holder.Elements(Kit + "component").Select(one => KeyValuePair.Create((string?)one.Attribute("name") ?? "", Value(one))));
        return holder.Element(Kit + "value") is { } value ? Simple(value) : FeelNull.Instance;
    }

    private static bool IsNil(XElement element) => (string?)element.Attribute(XName.Get("nil", Xsi)) is "true" or "1";

    private FeelValue Simple(XElement value)
    {
        if (IsNil(value)) return FeelNull.Instance;
        var type = (string?)value.Attribute(XName.Get("type", Xsi)) ?? "string";
        return type[(type.IndexOf(':', StringComparison.Ordinal) + 1)..] switch
        {
            "string" => new FeelString(value.Value),
            "boolean" => FeelValue.Of(value.Value.Trim() is "true" or "1"),
            "decimal" or "double" or "float" or "integer" or "int" or "long" or "short" or "byte" => Converted("number(text)", value.Value.Trim()),
            "date" => Converted("date(text)", value.Value.Trim()),
            "time" => Converted("time(text)", value.Value.Trim()),
            "dateTime" => Converted("date and time(text)", value.Value.Trim()),
            "duration" or "dayTimeDuration" or "yearMonthDuration" => Converted("duration(text)", value.Value.Trim()),
            var other => throw new FormatException($"the type {other} is not one of the kit's"),
        };
    }

    private FeelValue Converted(string function, string text)
    {
        var expression = FeelExpression.Parse(function).Expression!;
        return expression.Evaluate(FeelContext.Of(("text", new FeelString(text))), environment).Value;
    }
}
