using Orchestrator.Cases.Samples;
using Orchestrator.Cli;
using Orchestrator.Cli.Verbs;

namespace Orchestrator.Server.Tests.Cli;

/// <summary>The command <c>sample</c> as a script sees it.</summary>
internal sealed class SampleVerbTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("orchestrator-sample-");

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    private async Task<(int Code, string Out, string Error)> RunAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new CommandLine(AllVerbs.List).RunAsync(["sample", .. words], new(TextReader.Null, output, error) { Folder = _folder.FullName }, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    [Test]
    public async Task The_files_are_written_and_a_second_run_writes_the_same_bytes()
    {
        var first = await RunAsync("--scenario", "A", "--seed", "42", "--out", "one/deep");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "one", "deep", "mine.txt"), "mine");
        await RunAsync("--scenario", "B", "--seed", "42", "--out", "one/deep");
        var again = await RunAsync("--scenario", "a", "--seed=42", "--out", "one/deep");

        Assert.Multiple(() =>
        {
            Assert.That((first.Code, first.Error), Is.EqualTo((0, "")));
            Assert.That(again.Out, Is.EqualTo(first.Out));
            Assert.That(first.Out.TrimEnd(), Does.EndWith("seed 42, to one/deep: 201 rows of workers, of which the import must report 11."));
            foreach (var file in SampleSet.Make(SampleScenarios.Find("A")!, 42).Files)
                Assert.That(File.ReadAllBytes(Path.Combine(_folder.FullName, "one", "deep", file.Name)), Is.EqualTo(file.Content), file.Name);
            Assert.That(File.ReadAllText(Path.Combine(_folder.FullName, "one", "deep", "mine.txt")), Is.EqualTo("mine"));
        });
    }

    [Test]
    public async Task Day_and_size_can_be_chosen()
    {
        var (code, text, error) = await RunAsync("--scenario", "D", "--seed", "1", "--out", "full", "--day", "2025-11-27", "--full");

        Assert.Multiple(() =>
        {
            Assert.That((code, error), Is.EqualTo((0, "")));
            Assert.That(text, Does.Match(@"(?m)^co\.csv +60000$"));
            Assert.That(File.ReadAllText(Path.Combine(_folder.FullName, "full", "crisi.json")), Does.Contain("\"signingDate\": \"2025-11-27\""));
        });
    }

    [TestCase("Expected a scenario of A, B, D, but found 'Q'.", "--scenario", "Q", "--seed", "1", "--out", "x")]
    [TestCase("Expected a scenario, --scenario A|B|D, but there is none.", "--seed", "1", "--out", "x")]
    [TestCase("Expected a seed, --seed N, but there is none: choose any number, such as 42.", "--scenario", "A", "--out", "x")]
    [TestCase("Expected a number after --seed, but found '-1'.", "--scenario", "A", "--seed", "-1", "--out", "x")]
    [TestCase("Expected a folder, --out DIR, but there is none.", "--scenario", "A", "--seed", "1")]
    [TestCase("Expected a day such as 2026-03-02 after --day, but found '2/3/2026'.", "--scenario", "A", "--seed", "1", "--out", "x", "--day", "2/3/2026")]
    [TestCase("Expected a day from 2018-01-01 to 2099-12-31 after --day, but found 1999-01-01.", "--scenario", "A", "--seed", "1", "--out", "x", "--day", "1999-01-01")]
    [TestCase("Expected no words after sample, but found A.", "A")]
    public async Task What_does_not_fit_is_said_and_nothing_is_written(string complaint, params string[] words)
    {
        var (code, text, error) = await RunAsync(words);

        Assert.Multiple(() =>
        {
            Assert.That((code, text), Is.EqualTo((2, "")));
            Assert.That(error, Does.StartWith(complaint + Environment.NewLine).And.Contain("Usage: sample --scenario A|B|D --seed N --out DIR"));
            Assert.That(_folder.EnumerateFileSystemInfos(), Is.Empty);
        });
    }

    [Test]
    public async Task A_file_in_place_of_the_folder_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "taken"), "");

        var (code, _, error) = await RunAsync("--scenario", "A", "--seed", "1", "--out", "taken");

        Assert.That((code, error.Split(Environment.NewLine)[0]), Is.EqualTo((2, "Expected a folder after --out, but taken is a file.")));
    }
}
