using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn;
using Orchestrator.Feel;

namespace Orchestrator.Benchmarks;

/// <summary>A table of 50 rules over 4 inputs with its explanation, where every rule is looked at as far as its last cell, and the reading of it.</summary>
public class DmnBenchmarks
{
    private const int Rules = 50;

    private readonly string _text = Model();

    private static readonly FeelEnvironment Office =
        new(new DateTimeOffset(2026, 3, 7, 9, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc, _ => null, ItalianCalendars.Default);

    private readonly DmnModel _model = DmnReader.Read(new SourceText("bench.dmn", Model())).Model!;
    private readonly FeelContext _inputs = FeelContext.Of(("Amount", FeelValue.Of(500)), ("Status", FeelValue.Of("open")), ("Age", FeelValue.Of(40)), ("Region", FeelValue.Of("Piemonte")));

    [Benchmark(Description = "50 rules x 4 inputs, UNIQUE, explained; all 200 cells are tested")]
    public DmnResult Table() => _model.Evaluate("Class", _inputs, Office)!;

    [Benchmark(Description = "reading and compiling it (once per deployment)")]
    public DmnRead Reading() => DmnReader.Read(new SourceText("bench.dmn", _text));

    private static string Model()
    {
        var text = new StringBuilder("<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"b\" name=\"b\" namespace=\"urn:b\">");
        foreach (var input in new[] { "Amount", "Status", "Age", "Region" }) text.Append(CultureInfo.InvariantCulture, $"<inputData id=\"{input}\" name=\"{input}\"><variable name=\"{input}\"/></inputData>");
        text.Append("<decision id=\"c\" name=\"Class\"><variable name=\"Class\" typeRef=\"string\"/>");
        foreach (var input in new[] { "Amount", "Status", "Age", "Region" }) text.Append(CultureInfo.InvariantCulture, $"<informationRequirement><requiredInput href=\"#{input}\"/></informationRequirement>");
        text.Append("<decisionTable hitPolicy=\"UNIQUE\">");
        foreach (var input in new[] { "Amount", "Status", "Age", "Region" }) text.Append(CultureInfo.InvariantCulture, $"<input><inputExpression><text>{input}</text></inputExpression></input>");
        text.Append("<output/>");
        for (var rule = 1; rule <= Rules; rule++)
        {
            // Only the last rule names the region that is given.
            var region = rule == Rules ? "Piemonte" : $"Region {rule}";
            text.Append(CultureInfo.InvariantCulture, $"<rule><inputEntry><text>&gt; {rule}</text></inputEntry><inputEntry><text>\"open\", \"shut\"</text></inputEntry><inputEntry><text>[18..{40 + rule}]</text></inputEntry>");
            text.Append(CultureInfo.InvariantCulture, $"<inputEntry><text>\"{region}\"</text></inputEntry><outputEntry><text>\"class {rule}\"</text></outputEntry></rule>");
        }
        return text.Append("</decisionTable></decision></definitions>").ToString();
    }
}
