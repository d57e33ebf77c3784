using Orchestrator.Cli;
using Orchestrator.Cli.Verbs;

namespace Orchestrator.Conformance.Tests.DmnTck;

/// <summary>The runner of a kit, over folders in its format that are written here.</summary>
internal sealed class RunnerTests
{
    private const string Model = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:m">
          <inputData id="i" name="Amount"><variable name="Amount" typeRef="number"/></inputData>
          <decision id="d" name="Discount"><variable name="Discount" typeRef="number"/>
            <informationRequirement><requiredInput href="#i"/></informationRequirement>
            <decisionTable hitPolicy="FIRST"><input><inputExpression><text>Amount</text></inputExpression></input><output/>
              <rule><inputEntry><text>&gt; 100</text></inputEntry><outputEntry><text>Amount / 3</text></outputEntry></rule>
              <rule><inputEntry><text>&gt; 10</text></inputEntry><outputEntry><text>5</text></outputEntry></rule>
            </decisionTable>
          </decision>
          <decision id="p" name="Pair"><variable name="Pair"/><informationRequirement><requiredInput href="#i"/></informationRequirement>
            <literalExpression><text>{list: [Amount, null], day: date("2026-03-02")}</text></literalExpression></decision>
          <decisionService id="s" name="Both"><outputDecision href="#d"/><outputDecision href="#p"/><inputData href="#i"/></decisionService>
        </definitions>
        """;

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("orchestrator-kit-");

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    private async Task<(int Code, string[] Out, string Error)> RunAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new CommandLine(AllVerbs.List).RunAsync(words, new(TextReader.Null, output, error) { Folder = _folder.FullName }, CancellationToken.None);
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries), error.ToString());
    }

    private void WriteKit(string folder, string model, params string[] cases)
    {
        var path = Directory.CreateDirectory(Path.Combine(_folder.FullName, folder)).FullName;
        File.WriteAllText(Path.Combine(path, model), Model);
        File.WriteAllText(Path.Combine(path, "cases.xml"), "<testCases xmlns=\"http://www.omg.org/spec/DMN/20160719/testcase\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
            + $"xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"><modelName>{model}</modelName>{string.Concat(cases)}</testCases>");
    }

    private static string Case(string id, string amount, string result, string expected, string attributes = "", string resultAttributes = "") =>
        $"<testCase id=\"{id}\" {attributes}><inputNode name=\"Amount\"><value xsi:type=\"xsd:decimal\">{amount}</value></inputNode>"
        + $"<resultNode name=\"{result}\" {resultAttributes}><expected>{expected}</expected></resultNode></testCase>";

    private static string Number(string text) => $"<value xsi:type=\"xsd:decimal\">{text}</value>";

    private const string Nil = "<value xsi:nil=\"true\"/>";

    [Test]
    public async Task Right_values_pass_and_the_last_lines_are_the_figures()
    {
        const string Pair = "<component name=\"day\"><value xsi:type=\"xsd:date\">2026-03-02</value></component><component name=\"list\"><list><item><value xsi:type=\"xsd:decimal\">50</value></item><item>" + Nil + "</item></list></component>";
        WriteKit("a", "m.dmn", Case("1", "50", "Discount", Number("5.0")), Case("2", "1", "Discount", Nil), Case("3", "50", "Pair", Pair), Case("4", "200", "Discount", Number("66.66666666667")));
        var (code, lines, error) = await RunAsync("conformance", "dmn", ".");
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(lines, Is.EqualTo(new[]
        {
            "ok      a cases.xml 1 Discount", "ok      a cases.xml 2 Discount", "ok      a cases.xml 3 Pair", "ok      a cases.xml 4 Discount (within the allowance of inexact decimals)",
            "within the allowance of inexact decimals: 1", "all: 4 of 4", "non-null: 3 of 3", "mean over folders: 100.00 %",
        }));
    }

    /// <summary>A third of 200, as a kit may have it: rounded, cut, the text of a double (16 or 17 digits), of a calculation with doubles (15 digits).</summary>
    [TestCase("66.66666667")]
    [TestCase("66.66666666")]
    [TestCase("66.66666666667")]
    [TestCase("66.666666666666671")]
    [TestCase("66.6666666666733")]
    [TestCase("66.6666666666601")]
    public async Task An_inexact_number_matches_what_it_stands_for_and_the_figures_say_so(string expected)
    {
        WriteKit("a", "m.dmn", Case("1", "200", "Discount", Number(expected)));
        var (_, lines, _) = await RunAsync("conformance", "dmn", ".");
        Assert.That(lines, Is.EqualTo(new[]
        {
            "ok      a cases.xml 1 Discount (within the allowance of inexact decimals)", "within the allowance of inexact decimals: 1", "all: 1 of 1", "non-null: 1 of 1", "mean over folders: 100.00 %",
        }));
    }

    [TestCase("66.6666667", Description = "seven decimals are exact")]
    [TestCase("66.66666668", Description = "neither rounded nor cut")]
    [TestCase("66.66666666000", Description = "eleven decimals are written")]
    [TestCase("66.666666666668", Description = "fourteen digits are no double's")]
    [TestCase("66.6666666666735", Description = "fifteen digits, farther than 10^-13 of the size")]
    [TestCase("66.666666666666686", Description = "seventeen digits of the next double")]
    [TestCase("66.6666666666666668", Description = "eighteen digits are no double's")]
    public async Task A_number_that_stands_for_something_else_fails(string expected)
    {
        WriteKit("a", "m.dmn", Case("1", "200", "Discount", Number(expected)));
        var (_, lines, _) = await RunAsync("conformance", "dmn", ".");
        Assert.That(lines[^4..], Is.EqualTo(new[] { "within the allowance of inexact decimals: 0", "all: 0 of 1", "non-null: 0 of 1", "mean over folders: 0.00 %" }));
    }

    [TestCase("50", "6")]
    [TestCase("50", "5.0000001")]
    [TestCase("200", "66.7")]
    public async Task A_wrong_value_fails_and_shows_what_was_found(string amount, string expected)
    {
        WriteKit("a", "m.dmn", Case("1", amount, "Discount", Number(expected)));
        var (code, lines, _) = await RunAsync("conformance", "dmn", ".");
        Assert.That(code, Is.EqualTo(1));
        Assert.That(lines[0], Does.StartWith("FAILED  a cases.xml 1 Discount: expected " + expected.TrimEnd('0')).And.Contain("found"));
        Assert.That(lines[^3..], Is.EqualTo(new[] { "all: 0 of 1", "non-null: 0 of 1", "mean over folders: 0.00 %" }));
    }

    [Test]
    public async Task A_value_where_null_or_an_error_is_expected_fails_and_so_does_null_where_a_value_is()
    {
        WriteKit("a", "m.dmn", Case("1", "50", "Discount", Nil), Case("2", "50", "Discount", Nil, "", "errorResult=\"true\""), Case("3", "1", "Discount", Number("0")), Case("4", "1", "Discount", Nil, "", "errorResult=\"true\""));
        var (_, lines, _) = await RunAsync("conformance", "dmn", ".");
        Assert.That(lines.Take(4).Select(line => line[..6]), Is.EqualTo(new[] { "FAILED", "FAILED", "FAILED", "ok    " }));
    }

    [Test]
    public async Task A_decision_service_is_called_by_its_name_and_each_output_is_a_check()
    {
        const string Attributes = "type=\"decisionService\" invocableName=\"Both\"";
        var both = Case("1", "50", "Discount", Number("5"), Attributes).Replace("</testCase>", "<resultNode name=\"Pair\"><expected>" + Nil + "</expected></resultNode></testCase>", StringComparison.Ordinal);
        WriteKit("a", "m.dmn", both);
        var (_, lines, _) = await RunAsync("conformance", "dmn", ".");
        Assert.That((lines[0], lines[1][..6]), Is.EqualTo(("ok      a cases.xml 1 Discount", "FAILED")));
    }

    [Test]
    public async Task Names_of_folders_and_files_change_nothing_and_small_folders_count_as_much_as_large_ones()
    {
        WriteKit("some/where/else", "renamed model.dmn", Case("1", "50", "Discount", Number("5")));
        WriteKit("b", "m.dmn", Case("1", "50", "Discount", Number("4")), Case("2", "50", "Discount", Number("4")), Case("3", "50", "Discount", Number("5")), Case("4", "50", "Discount", Number("4")));
        var (_, lines, _) = await RunAsync("conformance", "dmn", ".", "--json", "figures.json");
        Assert.That(lines, Has.Some.EqualTo("ok      some/where/else cases.xml 1 Discount"));
        Assert.That(lines[^3..], Is.EqualTo(new[] { "all: 2 of 5", "non-null: 2 of 5", "mean over folders: 62.50 %" }));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "figures.json")), Does.Contain("\"meanPercent\": 62.5"));
        var (_, apart, _) = await RunAsync("conformance", "dmn", ".", "--apart", "b");
        Assert.That(apart[^5..], Is.EqualTo(new[] { "apart: 1 of 4", "within the allowance of inexact decimals: 0", "all: 1 of 1", "non-null: 1 of 1", "mean over folders: 100.00 %" }));
    }

    [Test]
    public async Task A_missing_model_fails_its_checks_and_a_folder_without_cases_is_not_run()
    {
        WriteKit("a", "m.dmn", Case("1", "50", "Discount", Number("5")));
        File.Delete(Path.Combine(_folder.FullName, "a", "m.dmn"));
        var (code, lines, _) = await RunAsync("conformance", "dmn", ".");
        Assert.That((code, lines[0]), Is.EqualTo((1, "FAILED  a cases.xml 1 Discount: there is no model m.dmn")));
        File.Delete(Path.Combine(_folder.FullName, "a", "cases.xml"));
        Assert.That((await RunAsync("conformance", "dmn", ".")).Code, Is.EqualTo(2));
    }
}
