using Orchestrator.Cli;
using Orchestrator.Cli.Verbs;

namespace Orchestrator.Server.Tests.Cli;

/// <summary>The verb for decisions.</summary>
internal sealed class DmnVerbTests
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
    public void WriteModel()
    {
        _folder = Directory.CreateTempSubdirectory("orchestrator-dmn-");
        File.WriteAllText(Path.Combine(_folder.FullName, "m.dmn"), Model);
    }

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    private async Task<(int Code, string[] Out, string Error)> RunAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new CommandLine(AllVerbs.List).RunAsync(words, new(new StringReader("{\"Amount\": 50}"), output, error) { Folder = _folder.FullName }, CancellationToken.None);
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries), error.ToString());
    }

    [Test]
    public async Task Dmn_prints_the_value_and_how_it_came_about()
    {
        var (code, lines, error) = await RunAsync("dmn", "m.dmn", "Discount", "--input", "-");
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(lines, Is.EqualTo(new[]
        {
            "5", "decision Discount = 5", "  Amount = 50", "  table Discount (First) = 5", "    Amount = 50", "    rule 2 matched: 5", "    rule 1 did not: Amount = 50 is not > 100",
        }));
    }

    [Test]
    public async Task Dmn_names_the_decisions_when_there_is_no_such_one()
    {
        var (code, _, error) = await RunAsync("dmn", "m.dmn", "None");
        Assert.That((code, error), Is.EqualTo((2, $"Expected one of the decisions 'Discount', 'Pair', 'Both', but found 'None'.{Environment.NewLine}Usage: dmn FILE DECISION [--input FILE|-]{Environment.NewLine}")));
    }
}
