using Orchestrator.Cli;
using Orchestrator.Cli.Verbs;
using Orchestrator.Engine;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Server.Tests.Api;

namespace Orchestrator.Server.Tests.Cli;

/// <summary>What a script does with definitions: migrates what runs, writes what is deployed back into files.</summary>
internal sealed class DefinitionVerbTests
{
    private static readonly string[] s_data = ["--data", "data"];

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("orchestrator-cli-");

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    private Terminal TerminalWith(TextWriter output, TextWriter error) => new(TextReader.Null, output, error) { Folder = _folder.FullName };

    private async Task<(int Code, string[] Lines, string Error)> RunAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new CommandLine(AllVerbs.List).RunAsync([.. words, .. s_data], TerminalWith(output, error), CancellationToken.None);
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries), error.ToString());
    }

    private async Task DoAsync(Func<EngineNode, Task> work)
    {
        await using var database = await OpenDatabase.OpenAsync(Arguments.Read(s_data, OpenDatabase.Options), TerminalWith(TextWriter.Null, TextWriter.Null), CancellationToken.None);
        await work(database.Runtime.Node);
    }

    private Task DeployAsync(params DeploymentResource[] files) => DoAsync(async node =>
        Assert.That((await node.Deployments.DeployAsync(files, "ada", CancellationToken.None)).Rejection, Is.Null));

    private static DeploymentResource Drawing(string name, string content) => new(name, ResourceKind.Bpmn, content);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    [Test]
    public async Task A_migration_is_rehearsed_shown_and_carried_out_as_it_was_shown()
    {
        await DeployAsync(Drawing("review/review.bpmn", ReviewVersions.First()));
        await DoAsync(async node =>
        {
            for (var i = 0; i < 3; i++) await node.Instances.StartAsync(Guid.CreateVersion7(), Actor.System("test"), "review", null, FeelContext.Empty, CancellationToken.None);
        });
        await DeployAsync(Drawing("review/review.bpmn", ReviewVersions.Second(task: "check")));

        var without = await RunAsync("migrate", "review", "1", "2");
        Assert.That((without.Code, without.Lines[0].Trim()), Is.EqualTo((1, "3  needs-mapping")), without.Error);
        Assert.That(without.Lines[1], Does.Contain("needs-mapping (element-gone)"));

        var rehearsed = await RunAsync("migrate", "review", "1", "2", "--map", "look=check");
        Assert.That((rehearsed.Code, rehearsed.Lines[0].Trim(), rehearsed.Lines[1]), Is.EqualTo((0, "3  ok", "3 running, 0 cannot or did not go on; rehearsed")));
        var (list, hash) = (rehearsed.Lines[^1].Split(' ')[1], rehearsed.Lines[^1].Split(' ')[3]);
        Assert.That((await RunAsync("migrate", list, "--execute", "another")).Code, Is.EqualTo(2));

        var done = await RunAsync("migrate", list, "--execute", hash, "--by", "ada");
        Assert.That((done.Code, done.Lines[0].Trim(), done.Lines[1]), Is.EqualTo((0, "3  ok, done", "3 running, 0 cannot or did not go on; done")), done.Error);
        Assert.That((await RunAsync("migrate", "review", "1", "2", "--map", "look=check")).Lines[0], Is.EqualTo("0 running, 0 cannot or did not go on; rehearsed"));
    }

    [Test]
    public async Task What_cannot_be_migrated_ends_with_2_and_one_sentence()
    {
        await DeployAsync(Drawing("review/review.bpmn", ReviewVersions.First()));
        foreach (var words in new string[][]
        {
            ["review"], ["review", "1"], ["review", "1", "x"], ["review", "1", "2"], ["nothing", "1", "2"], ["review", "1", "1"], ["01940000-0000-7000-8000-000000000001"], ["review", "1", "2", "--execute", "h"],
            ["review", "1", "1", "--map", "look"],
        })
        {
            var refused = await RunAsync(["migrate", .. words]);
            Assert.That((refused.Code, refused.Lines), Is.EqualTo((2, Array.Empty<string>())), string.Join(' ', words));
            Assert.That(refused.Error, Does.StartWith("Expected "), string.Join(' ', words));
        }
    }

    [Test]
    public async Task The_latest_is_written_over_the_folder_and_what_drifted_is_said()
    {
        await DeployAsync(Drawing("review/review.bpmn", ReviewVersions.First()), Drawing("other/other.bpmn", ReviewVersions.First("other")));
        await DeployAsync(Drawing("review/review.bpmn", ReviewVersions.Second()), Drawing("other/other.bpmn", ReviewVersions.First("other")));
        Directory.CreateDirectory(PathOf("workflows/review"));
        foreach (var (name, content) in new[] { ("review.bpmn", ReviewVersions.First()), ("old.form", "{}"), ("held.scenario", "scenario Held"), ("README.md", "Notes") })
            await File.WriteAllTextAsync(PathOf($"workflows/review/{name}"), content);

        var checkedOnly = await RunAsync("export", "--check");
        Assert.That((checkedOnly.Code, checkedOnly.Lines), Is.EqualTo((1, new[] { "+ other/other.bpmn", "~ review/review.bpmn", "- review/old.form", "2 files, 3 differ" })), checkedOnly.Error);
        Assert.That(Directory.Exists(PathOf("workflows/other")), Is.False);

        Assert.That((await RunAsync("export", "review")).Lines, Is.EqualTo(new[] { "~ review/review.bpmn", "- review/old.form", "1 files, 2 differed" }));
        Assert.That(await File.ReadAllTextAsync(PathOf("workflows/review/review.bpmn")), Is.EqualTo(ReviewVersions.Second()));
        Assert.That(File.Exists(PathOf("workflows/review/old.form")), "kept until --prune");

        Assert.That((await RunAsync("export", "--prune")).Code, Is.Zero);
        Assert.That((await RunAsync("export", "--check")).Lines, Is.EqualTo(new[] { "2 files, 0 differ" }));
        Assert.That(Directory.EnumerateFiles(PathOf("workflows/review")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "review.bpmn", "held.scenario", "README.md" }));
    }

    [Test]
    public async Task Nothing_is_written_outside_the_folder()
    {
        await DeployAsync(Drawing("../outside/review.bpmn", ReviewVersions.First()));
        var refused = await RunAsync("export");
        Assert.That((refused.Code, refused.Lines), Is.EqualTo((2, Array.Empty<string>())));
        Assert.That(Directory.Exists(PathOf("outside")), Is.False);
        Assert.That((await RunAsync("export", "nothing")).Code, Is.EqualTo(2));
    }
}
