using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>What differs between two files of decisions: decisions, and rules of their tables cell by cell.</summary>
internal static class DmnComparison
{
    /// <summary>A file that is not there, or is no XML, has no parts.</summary>
    public static IReadOnlyList<PartChange> Between(string? before, string? after) => PartComparison.Between(PartsOf(before), PartsOf(after));

    private static List<ComparedPart> PartsOf(string? text)
    {
        if (text is null || Read(text) is not { } root) return [];
        var parts = new List<ComparedPart>();
        foreach (var decision in root.Elements().Where(element => element.Name.LocalName is "decision" or "businessKnowledgeModel" or "decisionService" or "inputData"))
        {
            var name = Value(decision, "name");
            parts.Add(new(decision.Name.LocalName, Value(decision, "id") ?? name ?? "", name, null, OfDecision(decision)));
            foreach (var table in decision.Descendants().Where(element => element.Name.LocalName == "decisionTable")) parts.AddRange(RulesOf(table, name));
        }
        return parts;
    }

    private static Dictionary<(string, string?), string> OfDecision(XElement decision)
    {
        var found = new Dictionary<(string, string?), string>();
        if (Value(decision, "name") is { } name) found[("name", null)] = name;
        foreach (var table in decision.Descendants().Where(element => element.Name.LocalName == "decisionTable"))
        {
            found[("hitPolicy", null)] = Value(table, "hitPolicy") ?? "UNIQUE";
            foreach (var (label, column) in ColumnsOf(table)) found[("column", label)] = Child(column, "inputExpression") is { } expression ? TextOf(expression) : Value(column, "typeRef") ?? "";
        }
        foreach (var literal in decision.Elements().Where(element => element.Name.LocalName == "literalExpression")) found[("literalExpression", null)] = TextOf(literal);
        return found;
    }

    private static IEnumerable<ComparedPart> RulesOf(XElement table, string? decision)
    {
        var labels = ColumnsOf(table).Select(column => column.Label).ToList();
        var number = 0;
        foreach (var rule in table.Elements().Where(element => element.Name.LocalName == "rule"))
        {
            number++;
            var cells = rule.Elements().Where(element => element.Name.LocalName is "inputEntry" or "outputEntry").ToList();
            var properties = new Dictionary<(string, string?), string>();
            for (var i = 0; i < cells.Count && i < labels.Count; i++) properties[("cell", labels[i])] = TextOf(cells[i]);
            if (Child(rule, "description") is { } note && note.Value.Trim().Length > 0) properties[("annotation", null)] = note.Value.Trim();
            var text = number.ToString(CultureInfo.InvariantCulture);
            yield return new("rule", Value(rule, "id") ?? $"{decision} {text}", text, decision, properties);
        }
    }

    private static IEnumerable<(string Label, XElement Column)> ColumnsOf(XElement table)
    {
        var number = 0;
        foreach (var column in table.Elements().Where(element => element.Name.LocalName is "input" or "output"))
        {
            number++;
            yield return (Value(column, "label") ?? Value(column, "name") ?? (Child(column, "inputExpression") is { } expression ? TextOf(expression) : number.ToString(CultureInfo.InvariantCulture)), column);
        }
    }

    private static string TextOf(XElement element) => (Child(element, "text")?.Value ?? "").Trim();

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static string? Value(XElement element, string attribute) => (string?)element.Attribute(attribute) is { Length: > 0 } value ? value : null;

    private static XElement? Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
