using System.Net;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Tests.Api;

/// <summary>Versions that start no new process: through our interface, at the doors of Camunda 8, and on the page without JavaScript.</summary>
internal sealed class RetirementTests
{
    private RunningServer _server = null!;
    private HttpClient _admin = null!;
    private HttpClient _designer = null!;
    private HttpClient _supervisor = null!;

    [SetUp]
    public async Task Start()
    {
        _server = await RunningServer.StartAsync();
        await _server.AddAccountAsync("dina", [Roles.Designer], []);
        await _server.AddAccountAsync("carla", [Roles.Supervisor], []);
        _admin = _server.Client("admin");
        _designer = _server.Client("dina");
        _supervisor = _server.Client("carla");
    }

    [TearDown]
    public async Task StopIt()
    {
        _admin.Dispose();
        _designer.Dispose();
        _supervisor.Dispose();
        await _server.DisposeAsync();
    }

    private async Task<string> DeployAsync(string bpmn) =>
        (await _server.DeployAsync(bpmn)).GetProperty("deployments")[0].GetProperty("processDefinition").Text("processDefinitionKey");

    private async Task<int> StartAsync(object body) => (await _admin.PostAsync("/v2/process-instances", body)).Status;

    [Test]
    public async Task A_retired_version_is_started_at_no_door_until_that_is_taken_back()
    {
        var first = await DeployAsync(ReviewVersions.First());
        var second = await DeployAsync(ReviewVersions.Second());
        const string address = "/api/processes/review/versions/2/retirement";

        Assert.That((await _supervisor.PostAsync(address, new { reason = "Il modulo è sbagliato." })).Status, Is.EqualTo(403));
        Assert.That((await _designer.PostAsync(address, new { })).Status, Is.EqualTo(400));
        Assert.That((await _designer.PostAsync(address, new { reason = "  " })).Status, Is.EqualTo(400));
        Assert.That((await _designer.PostAsync("/api/processes/review/versions/9/retirement", new { reason = "Nessuna." })).Status, Is.EqualTo(404));
        var (status, version) = await _designer.PostAsync(address, new { reason = "Il modulo è sbagliato." });
        Assert.That((status, version.GetProperty("retired").Text("reason")), Is.EqualTo((200, "Il modulo è sbagliato.")));
        Assert.That((await _designer.PostAsync(address, new { reason = "Di nuovo." })).Status, Is.EqualTo(409));

        var (refused, problem) = await _admin.PostAsync("/v2/process-instances", new { processDefinitionKey = second });
        Assert.That((refused, problem.Text("detail")), Is.EqualTo((409,
            $"Expected a version of 'review' that may be started, but version 2 (definition {second}) is retired: take its retirement back, publish a new version, or start another one by its key.")));
        Assert.That(await StartAsync(new { processDefinitionId = "review" }), Is.EqualTo(409));
        Assert.That(await StartAsync(new { processDefinitionId = "review", processDefinitionVersion = 2 }), Is.EqualTo(409));
        Assert.That(await StartAsync(new { processDefinitionKey = first }), Is.EqualTo(200));
        Assert.That((await _designer.PostAsync("/api/processes/review/migration", new { from = 1, to = 2 })).Status, Is.EqualTo(409));

        var (back, after) = await _designer.PostAsync($"{address}/withdrawal", new { });
        Assert.That((back, after.GetProperty("retirements")[0].Text("takenBackBy")), Is.EqualTo((200, "Name of dina")));
        Assert.That((await _designer.PostAsync($"{address}/withdrawal", new { })).Status, Is.EqualTo(409));
        Assert.That(await StartAsync(new { processDefinitionId = "review" }), Is.EqualTo(200));
    }

    [Test]
    public async Task The_page_names_the_caller_keeps_what_was_typed_and_shows_reason_and_history()
    {
        await DeployAsync(ReviewVersions.First());
        await DeployAsync(
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:test">
              <process id="whole" name="Pratica intera" isExecutable="true"><startEvent id="s"/><sequenceFlow id="a" sourceRef="s" targetRef="c"/>
                <callActivity id="c"><extensionElements><zeebe:calledElement processId="review" bindingType="latest"/></extensionElements></callActivity>
                <sequenceFlow id="b" sourceRef="c" targetRef="e"/><endEvent id="e"/></process>
            </definitions>
            """);
        using var pages = await PageSession.SignedInAsync(_server, "dina");
        Assert.That((await pages.GetAsync("/definizioni/review")).Text, Does.Contain("Ritira una versione"));

        var empty = await pages.PostAsync("/definizioni/review/ritiro", [("n", "1"), ("motivo", " ")]);
        Assert.That(empty.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(empty.Text, Does.Contain("errore-motivo"));

        var called = await pages.PostAsync("/definizioni/review/ritiro", [("n", "1"), ("motivo", "Non si usa più.")]);
        Assert.That(called.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(called.Text, Does.Contain("«Pratica intera»").And.Contains("Non si usa pi").And.Not.Contains("Expected"));

        Assert.That((await pages.PostAsync("/definizioni/whole/ritiro", [("n", "1"), ("motivo", "Prima questa.")])).Status, Is.EqualTo(HttpStatusCode.SeeOther));
        var retired = await pages.PostAsync("/definizioni/review/ritiro", [("n", "1"), ("motivo", "Non si usa più.")]);
        Assert.That((retired.Status, retired.Location), Is.EqualTo((HttpStatusCode.SeeOther, "/definizioni/review?fatto=retired")));
        var page = (await pages.GetAsync("/definizioni/review?fatto=retired")).Text;
        Assert.That(page, Does.Contain("Non si usa più.").And.Contains("Riprendi la versione 1").And.Contains("La versione è ritirata."));
        Assert.That((await pages.GetAsync("/definizioni")).Text, Does.Contain("Ritirata"));

        var again = await pages.PostAsync("/definizioni/review/ritiro", [("n", "1"), ("motivo", "Ancora.")]);
        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(again.Text, Does.Contain("già ritirata").And.Contains("L’ha ritirata Name of dina"));
        Assert.That((await pages.PostAsync("/definizioni/review/ripresa", [("n", "1")])).Location, Is.EqualTo("/definizioni/review?fatto=takenBack"));
        Assert.That((await pages.GetAsync("/definizioni/review/versioni/1")).Text, Does.Contain("Ritiri precedenti").And.Contains("Non si usa più."));
    }
}
