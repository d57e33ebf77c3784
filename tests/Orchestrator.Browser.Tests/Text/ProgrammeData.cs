using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Orchestrator.Contracts.Catalogue;

namespace Orchestrator.Browser.Tests.Text;

/// <summary>Names of data and options of forms as <c>workflows/</c> and the contracts of messages write them.</summary>
internal static partial class ProgrammeData
{
    private static readonly string[] NamingAttributes = ["target", "resultVariable", "outputCollection", "inputElement"];

    // What the engine itself gives to an item of a multi-instance activity.
    private static readonly string[] EngineNames = ["loopCounter"];

    /// <summary>Every name of a datum: of mappings, results, fields of forms, columns of tables, members of contexts, members of messages.</summary>
    public static IReadOnlyCollection<string> Names() =>
        [.. Files("*.bpmn").Concat(Files("*.dmn")).SelectMany(NamesIn).Concat(Files("*.form").SelectMany(FieldsIn)).Concat(MessageMembers()).Concat(EngineNames).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Names of data in a BPMN or DMN file.</summary>
    public static IEnumerable<string> NamesIn(string xml) => XElement.Parse(xml).DescendantsAndSelf().SelectMany(NamesOf).Distinct();

    /// <summary>Names of the messages that definitions send or wait for.</summary>
    public static IEnumerable<string> Messages() =>
        Files("*.bpmn").SelectMany(xml => XElement.Parse(xml).Descendants()).Where(element => element.Name.LocalName is "message").Select(element => (string?)element.Attribute("name")).OfType<string>().Distinct();

    /// <summary>Every word of the definitions, of the contracts and of the programme's page.</summary>
    public static HashSet<string> UsedWords()
    {
        string[] texts = [.. Files("*.*"), File.ReadAllText(Path.Combine(Repository.Root, "docs", "programme.md"))];
        return [.. texts.SelectMany(text => Word().Matches(text)).Select(match => match.Value), .. MessageMembers(), .. EngineNames];
    }

    /// <summary>Options of the forms' fields; the number of a centre stands beside the centre's name wherever it is shown and is none of them.</summary>
    public static IEnumerable<FormOption> Options() =>
        Files("*.form").SelectMany(text => Objects(JsonDocument.Parse(text).RootElement))
            .Where(field => field.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Array)
            .SelectMany(field => field.GetProperty("values").EnumerateArray().Select(option => new FormOption(option.GetProperty("value").ToString(), $"{TextOf(field, "label")}: {TextOf(option, "label")}")))
            .Where(option => !Centre().IsMatch(option.Value))
            .GroupBy(option => option.Value).Select(same => new FormOption(same.Key, string.Join("; ", same.Select(option => option.Label))));

    private static IEnumerable<string> NamesOf(XElement element)
    {
        var declared = element.Name.LocalName is "variable" or "output" && (string?)element.Attribute("name") is { } name ? [name] : Array.Empty<string>();
        var mapped = element.Attributes().Where(attribute => NamingAttributes.Contains(attribute.Name.LocalName) && element.Name.LocalName is not "relationship").Select(attribute => attribute.Value);
        var read = element.Name.LocalName is "inputExpression" ? [element.Value.Trim()] : Array.Empty<string>();
        var expressions = element.Attributes().Select(attribute => attribute.Value).Where(value => value.StartsWith('=')).Concat(element.Name.LocalName is "text" ? [element.Value] : []);
        return declared.Concat(mapped).Concat(read).Where(text => NamePath().IsMatch(text)).SelectMany(text => text.Split('.'))
            .Concat(expressions.SelectMany(MembersIn));
    }

    // Members of FEEL contexts; what stands between quotes is text.
    private static IEnumerable<string> MembersIn(string feel) => Member().Matches(Quoted().Replace(feel, "\"\"")).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> FieldsIn(string form) =>
        Objects(JsonDocument.Parse(form).RootElement).SelectMany(part => new[] { TextOf(part, "key"), TextOf(part, "path") }).OfType<string>().SelectMany(key => key.Split('.')).Where(key => NamePath().IsMatch(key));

    private static IEnumerable<string> MessageMembers() =>
        typeof(ICatalogueMessage).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, Namespace: "Orchestrator.Contracts.Catalogue" } && (typeof(ICatalogueMessage).IsAssignableFrom(type) || type.Name is "CrisisReport"))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.GetIndexParameters().Length == 0 && typeof(ICatalogueMessage).GetProperty(property.Name) is null)
            .Select(property => property.Name is "HappenedAt" ? "at" : JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Distinct();

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Objects(member.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    private static string? TextOf(JsonElement part, string member) => part.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "workflows"), pattern, SearchOption.AllDirectories).Select(File.ReadAllText);

    [GeneratedRegex(@"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$")]
    private static partial Regex NamePath();

    [GeneratedRegex(@"[{,]\s*([A-Za-z_]\w*)\s*:")]
    private static partial Regex Member();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\d\d$")]
    private static partial Regex Centre();
}

/// <summary>A choice of a field and all that the forms say about it.</summary>
internal sealed partial record FormOption(string Value, string Label)
{
    private const int StemLength = 5;

    /// <summary>True when the value is what people read anyway: each of its words begins one of the label's.</summary>
    public bool SaysItself => Words().Matches(Value).All(word => Label.Contains(word.Value[..Math.Min(StemLength, word.Value.Length)], StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex Words();
}
