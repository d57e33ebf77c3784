using System.Globalization;
using System.Text;
using Orchestrator.Diagnostics;
using Orchestrator.Feel;

namespace Orchestrator.Dmn.Tests;

/// <summary>Models as text, and their evaluation at a fixed instant.</summary>
internal static class DmnTesting
{
    public const string Dmn15 = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    public static FeelEnvironment World { get; } =
        new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc, _ => null, ItalianCalendars.Default);

    public static string Model(string content, string ns = "urn:test", string dmn = Dmn15) =>
        $"<definitions xmlns=\"{dmn}\" id=\"d\" name=\"test\" namespace=\"{ns}\">\n{content}\n</definitions>";

    /// <summary>A decision that requires the ids given, with its logic as XML.</summary>
    public static string Decision(string name, string logic, string type = "", params string[] requires) =>
        $"<decision id=\"{name}\" name=\"{name}\"><variable name=\"{name}\"{Type(type)}/>{Requires(requires)}{logic}</decision>";

    public static string Input(string name, string type = "") => $"<inputData id=\"{name}\" name=\"{name}\"><variable name=\"{name}\"{Type(type)}/></inputData>";

    public static string Literal(string feel) => $"<literalExpression><text>{Escape(feel)}</text></literalExpression>";

    public static string Requires(params string[] ids)
    {
        var text = new StringBuilder();
        foreach (var id in ids)
        {
            var kind = id.StartsWith("bkm", StringComparison.Ordinal) || id.StartsWith("ds", StringComparison.Ordinal) ? "requiredKnowledge" : char.IsUpper(id[0]) ? "requiredInput" : "requiredDecision";
            var requirement = kind == "requiredKnowledge" ? "knowledgeRequirement" : "informationRequirement";
            text.Append(CultureInfo.InvariantCulture, $"<{requirement}><{kind} href=\"{(id.Contains('#', StringComparison.Ordinal) ? "" : "#")}{id}\"/></{requirement}>");
        }
        return text.ToString();
    }

    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    public static DmnModel Read(string xml, params string[] others)
    {
        var read = DmnReader.Read(new SourceText("test.dmn", xml), others.Select((other, i) => new SourceText($"other{i}.dmn", other)));
        Assert.That(read.Diagnostics.Select(one => one.ToString()), Is.Empty);
        return read.Model!;
    }

    public static DmnResult Evaluate(DmnModel model, string decision, string inputs = "{}")
    {
        var context = (FeelContext)Value(inputs);
        return model.Evaluate(decision, context, World) ?? throw new AssertionException($"There is no decision {decision}.");
    }

    /// <summary>The value of a decision <c>d</c> with this logic, without inputs.</summary>
    public static DmnResult Logic(string logic, string type = "", string items = "") => Evaluate(Read(Model(items + Decision("d", logic, type))), "d");

    public static FeelValue Value(string feel) => FeelExpression.Parse(feel).Expression!.Evaluate(FeelContext.Empty, World).Value;

    private static string Type(string type) => type.Length == 0 ? "" : $" typeRef=\"{type}\"";
}
