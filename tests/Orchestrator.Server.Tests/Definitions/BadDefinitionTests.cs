using System.Text.Json;
using System.Text.RegularExpressions;
using Orchestrator.Cli;
using Orchestrator.Cli.Verbs;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Tests.Definitions;

/// <summary>A definition that cannot run is refused at both doors with code, file, line, element and remedy; and nothing of its deployment is there afterwards.</summary>
internal sealed class BadDefinitionTests
{
    private const string Good = """<bpmn:startEvent id="s"><bpmn:outgoing>f</bpmn:outgoing></bpmn:startEvent><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e" /><bpmn:endEvent id="e"><bpmn:incoming>f</bpmn:incoming></bpmn:endEvent>""";

    private RunningServer _server = null!;
    private HttpClient _designer = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _server = await RunningServer.StartAsync();
        await _server.AddAccountAsync("designer", [Roles.Designer], []);
        _designer = _server.Client("designer");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _designer.Dispose();
        await _server.DisposeAsync();
    }

    private static IEnumerable<BadDefinition> All => BadDefinitions.Everyday.Concat(BadDefinitions.Hostile);

    [TestCaseSource(nameof(All))]
    public async Task The_server_refuses_it_whole_and_says_what_where_and_what_to_do(BadDefinition bad)
    {
        // A sound file beside it must not enter either.
        BadFile good = new("good.bpmn", BadDefinitions.Process(Good).Replace("\"p\"", "\"beside\"", StringComparison.Ordinal));
        var (status, body) = await DeployAsync([good, .. bad.Files]);
        Assert.That(status, Is.EqualTo(400), body.ToString());
        Assert.That(body.Text("title"), Is.EqualTo("INVALID_ARGUMENT"));
        var errors = body.GetProperty("errors").EnumerateArray().ToList();
        if (bad.Code is not null)
        {
            var place = bad.Element is null ? bad.File : $"{bad.File}#{bad.Element}";
            var told = errors.Where(error => error.Text("message").Contains(bad.Code, StringComparison.Ordinal)).ToList();
            Assert.That(told, Is.Not.Empty, body.ToString());
            Assert.That(told.Select(error => error.Text("field")), Has.Some.EqualTo(place), body.ToString());
            Assert.That(told.Select(error => error.Text("message")), Has.Some.Matches<string>(text => text.StartsWith($"{bad.File}({bad.Line},", StringComparison.Ordinal) && text.Contains('→', StringComparison.Ordinal)), body.ToString());
        }
        Assert.That(await DefinitionsAsync("beside"), Is.Zero, "the sound file beside it was deployed");
    }

    [TestCaseSource(typeof(BadDefinitions), nameof(BadDefinitions.Everyday))]
    public async Task Lint_says_the_same_and_ends_with_1(BadDefinition bad)
    {
        var folder = Directory.CreateTempSubdirectory("orchestrator-lint-");
        try
        {
            foreach (var file in bad.Files) await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file.Name), file.Content);
            using var output = new StringWriter();
            using var error = new StringWriter();
            var code = await new CommandLine(AllVerbs.List).RunAsync(["lint", "."], new(new StringReader(""), output, error) { Folder = folder.FullName }, CancellationToken.None);
            Assert.That(code, Is.EqualTo(1), output.ToString() + error);
            var line = output.ToString().Split('\n').Single(text => text.Contains(bad.Code!, StringComparison.Ordinal) && (bad.Element is null || text.Contains($"[{bad.Element}]", StringComparison.Ordinal)));
            Assert.That(line, Does.Match($"^{Regex.Escape(bad.File)}\\({bad.Line},\\d+\\): error {bad.Code}: .+ → .+"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task Lint_reads_hostile_files_without_failing()
    {
        var folder = Directory.CreateTempSubdirectory("orchestrator-lint-");
        try
        {
            foreach (var bad in BadDefinitions.Hostile.Where(bad => !bad.Files[0].Name.Contains('/', StringComparison.Ordinal)))
                foreach (var file in bad.Files) await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file.Name), file.Content);
            using var output = new StringWriter();
            using var error = new StringWriter();
            var code = await new CommandLine(AllVerbs.List).RunAsync(["lint", "."], new(new StringReader(""), output, error) { Folder = folder.FullName }, CancellationToken.None);
            Assert.That(code, Is.EqualTo(1), output.ToString() + error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task More_than_the_server_reads_is_refused_as_too_large()
    {
        var (status, body) = await DeployAsync([new("a.txt", new byte[17 << 20])]);
        Assert.That(status, Is.EqualTo(413), body.ToString());
    }

    [Test]
    public async Task No_file_and_no_form_are_refused_by_name()
    {
        var (none, body) = await DeployAsync([]);
        var (json, other) = await _designer.PostAsync("/v2/deployments", new { });
        Assert.That((none, json), Is.EqualTo((400, 415)), $"{body} {other}");
    }

    [Test]
    public async Task A_script_in_a_name_is_deployed_as_text_and_never_as_mark_up()
    {
        var (status, body) = await DeployAsync([new("named.bpmn", BadDefinitions.Process(Good).Replace("\"p\"", "\"named\"", StringComparison.Ordinal))]);
        Assert.That(status, Is.EqualTo(200), body.ToString());
        var (_, found) = await _designer.PostAsync("/v2/process-definitions/search", new { filter = new { processDefinitionId = "named" } });
        Assert.That(found.GetProperty("items")[0].Text("name"), Is.EqualTo("<script>alert(1)</script>"));
    }

    private async Task<int> DefinitionsAsync(string id)
    {
        var (_, found) = await _designer.PostAsync("/v2/process-definitions/search", new { filter = new { processDefinitionId = id } });
        return found.GetProperty("items").GetArrayLength();
    }

    private async Task<(int Status, JsonElement Body)> DeployAsync(IReadOnlyList<BadFile> files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var file in files) form.Add(new ByteArrayContent(file.Content), "resources", file.Name);
        if (files.Count == 0) form.Add(new StringContent("<default>"), "tenantId");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v2/deployments") { Content = form };
        // What is too large is refused before it is sent.
        request.Headers.ExpectContinue = true;
        using var answer = await _designer.SendAsync(request);
        return await answer.ReadAsync();
    }
}
