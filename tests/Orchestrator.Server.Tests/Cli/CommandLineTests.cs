using Orchestrator.Cli;
using Orchestrator.Cli.Verbs;
using Orchestrator.Server.Tests.Kill;

namespace Orchestrator.Server.Tests.Cli;

/// <summary>The command line as a script sees it: words in; text, complaints and an exit code out.</summary>
internal sealed class CommandLineTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("orchestrator-cli-");

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    private async Task<(int Code, string Out, string Error)> RunAsync(string input, params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new CommandLine(AllVerbs.List).RunAsync(words, new(new StringReader(input), output, error) { Folder = _folder.FullName }, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    [Test]
    public async Task Feel_prints_the_value_as_JSON_and_its_type()
    {
        var (code, text, error) = await RunAsync("{ \"a-b\": 40 }", "feel", "a-b + 2", "--context", "-");
        Assert.That((code, text, error), Is.EqualTo((0, $"42{Environment.NewLine}number{Environment.NewLine}", "")));
    }

    public static IEnumerable<string> Examples => Directory.EnumerateFiles(Path.Combine(RunningProgram.Root, "docs", "examples"), "*.scenario", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Examples))]
    public async Task The_examples_of_the_documentation_hold(string scenario)
    {
        var (code, text, error) = await RunAsync("", "scenario", scenario);
        Assert.That((code, text.Split(Environment.NewLine)[^2], error), Is.EqualTo((0, "1 passed, 0 failed", "")));
    }

    [TestCase("\"a\"", "\"a\"")]
    [TestCase("[1..5]", "[1..5]")]
    public async Task Feel_prints_the_value_alone_for_scripts(string expression, string value)
    {
        var (code, text, _) = await RunAsync("", "feel", expression, "--value-only");
        Assert.That((code, text.Trim()), Is.EqualTo((0, value)));
    }

    [Test]
    public async Task Feel_says_where_an_expression_cannot_be_read()
    {
        var (code, text, error) = await RunAsync("", "feel", "1 +");
        Assert.That((code, text), Is.EqualTo((1, "")));
        Assert.That(error, Does.StartWith("expression(1,4): error FEEL0001: "));
    }

    [Test]
    public async Task Feel_says_where_a_null_comes_from()
    {
        var (code, text, error) = await RunAsync("", "feel", "1 + missing");
        Assert.That((code, text), Is.EqualTo((0, $"null{Environment.NewLine}Null{Environment.NewLine}")));
        Assert.That(error, Does.StartWith("expression(1,5): warning FEEL0101: "));
    }

    [Test]
    public async Task Feel_explains_a_term()
    {
        var (_, text, _) = await RunAsync("", "feel", "term end(@\"2019-12-07\", 30)", "--explain", "it");
        Assert.That(text, Does.StartWith($"\"2020-01-07\"{Environment.NewLine}date").And.Contains("Lunedì 06/01/2020 è festivo (Epifania): il termine passa al giorno dopo."));
        Assert.That((await RunAsync("", "feel", "1", "--explain", "latin")).Code, Is.EqualTo(2));
    }

    [Test]
    public async Task Lint_ends_with_1_when_a_file_is_wrong_and_names_file_line_and_remedy()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "broken.bpmn"), "<no/>");
        var (code, text, _) = await RunAsync("", "lint", ".");
        Assert.That(code, Is.EqualTo(1));
        Assert.That(text, Does.Contain("broken.bpmn(1,").And.Contain("→"));
    }

    [Test]
    public async Task An_unknown_command_and_an_unknown_option_end_with_2()
    {
        Assert.That((await RunAsync("", "fly")).Code, Is.EqualTo(2));
        var (code, _, error) = await RunAsync("", "lint", ".", "--colour");
        Assert.That((code, error), Is.EqualTo((2, $"Unknown option --colour.{Environment.NewLine}Usage: lint DIR|FILE{Environment.NewLine}")));
    }

    [Test]
    public async Task Help_names_every_command()
    {
        var (code, text, _) = await RunAsync("", "--help");
        Assert.That(code, Is.Zero);
        Assert.That(AllVerbs.List.Select(verb => verb.Name), Has.All.Matches<string>(name => text.Contains(name, StringComparison.Ordinal)));
    }

    [Test]
    public async Task An_administrator_is_made_once_and_an_empty_database_verifies()
    {
        var made = await RunAsync("", "admin", "create", "root", "--data", "data");
        var again = await RunAsync("", "admin", "create", "root", "--data", "data");
        var verified = await RunAsync("", "verify", "--data", "data");
        Assert.That(made.Code, Is.Zero, made.Error);
        Assert.That(made.Out, Does.StartWith("root "));
        Assert.That(again.Code, Is.EqualTo(1));
        Assert.That((verified.Code, verified.Out.Trim()), Is.EqualTo((0, "0 instances, 0 events, 0 bad")));
    }
}
