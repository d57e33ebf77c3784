using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Orchestrator.Testing;

namespace Orchestrator.Feel.Tests.Properties;

/// <summary>Our values of random expressions beside those of npm's feelin. Each class of disagreement is known, with the section that decides: docs/feel-differential.md.</summary>
public sealed class DifferentialTests
{
    private const string Variables = "{\"x\":7,\"y\":\"word\",\"xs\":[4,1,3],\"p\":{\"n\":6,\"s\":\"ps\",\"b\":true}}";

    private static readonly string Folder = Path.Combine(Golden.ProjectFolder(), "feelin");

    /// <summary>As many as tests/long/feel-differential.sh asks for, which also installs feelin.</summary>
    [Test]
    [Category("Long")]
    public void Every_disagreement_with_feelin_has_a_known_reason()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) Assert.Ignore("feelin is not installed: run tests/long/feel-differential.sh.");
        var (seed, count) = ((int)Given("ORCHESTRATOR_SEED", 1929), Given("ORCHESTRATOR_DIFFERENTIAL", 20_000));
        using var node = Process.Start(new ProcessStartInfo("node", ["compare.mjs", Variables]) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var report = node.StandardOutput.ReadToEndAsync();

        WriteAll(node.StandardInput, seed, count);
        node.StandardInput.Close();
        node.WaitForExit();

        TestContext.Out.WriteLine($"seed {seed}: {report.Result}");
        Assert.That(node.ExitCode, Is.Zero, report.Result);
    }

    private static void WriteAll(StreamWriter lines, int seed, long count)
    {
        var variables = (FeelContext)FeelJson.Read(Variables);
        var names = new FeelNames(variables.Names);
        for (long i = 0; i < count; i++)
        {
            var generator = new TypedGenerator(unchecked(seed * 1_000_003 + (int)i));
            var line = Line(generator.Next(), variables, names);
            line["parts"] = new JsonArray([.. generator.Parts.Select(part => Line(part, variables, names))]);
            lines.WriteLine(line.ToJsonString());
        }
    }

    private static JsonObject Line(string text, FeelContext variables, FeelNames names)
    {
        var parsed = FeelExpression.Parse(text, names);
        Assert.That(parsed.Diagnostics, Is.Empty, text);
        var result = parsed.Expression!.Evaluate(variables, FeelTesting.Environment);
        return new JsonObject
        {
            ["e"] = text,
            ["v"] = Encode(result.Value),
            ["w"] = new JsonArray([.. result.Warnings.Select(one => one.Code).Distinct().Select(code => (JsonNode)code)]),
        };
    }

    /// <summary>The form that values.mjs compares.</summary>
    private static JsonNode? Encode(FeelValue value) => value switch
    {
        FeelNull => null,
        FeelBoolean truth => truth.Value,
        FeelString text => text.Value,
        FeelNumber number => JsonNode.Parse(FeelJson.Write(number)),
        FeelList list => new JsonArray([.. list.Items.Select(Encode)]),
        FeelContext context => new JsonObject { ["$context"] = new JsonArray([.. context.Entries.Select(entry => new JsonArray(entry.Key, Encode(entry.Value)))]) },
        FeelRange range => new JsonObject { ["$range"] = new JsonArray(Encode(range.Start), range.StartIncluded, Encode(range.End), range.EndIncluded) },
        FeelFunction => new JsonObject { ["$function"] = true },
        _ => new JsonObject { ["$other"] = value.ToString() },
    };

    private static long Given(string variable, long otherwise) =>
        long.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
