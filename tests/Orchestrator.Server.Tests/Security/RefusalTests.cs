using System.Net.Http.Headers;
using System.Text.Json;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Tests.Security;

/// <summary>Who may not, is told so, in the right words and with the right status.</summary>
internal sealed class RefusalTests
{
    private const string OneTask = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="https://example.org/one-task">
          <bpmn:process id="one-task" name="One task" isExecutable="true">
            <bpmn:startEvent id="start"><bpmn:outgoing>to-task</bpmn:outgoing></bpmn:startEvent>
            <bpmn:sequenceFlow id="to-task" sourceRef="start" targetRef="task" />
            <bpmn:userTask id="task" name="Task">
              <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="apl" /></bpmn:extensionElements>
              <bpmn:incoming>to-task</bpmn:incoming><bpmn:outgoing>to-end</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="to-end" sourceRef="task" targetRef="end" />
            <bpmn:endEvent id="end"><bpmn:incoming>to-end</bpmn:incoming></bpmn:endEvent>
          </bpmn:process>
        </bpmn:definitions>
        """;

    private RunningServer _server = null!;
    private string _task = "";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _server = await RunningServer.StartAsync();
        await _server.AddAccountAsync("apl", [Roles.Operator], ["apl"]);
        await _server.AddAccountAsync("cpi", [Roles.Operator], ["cpi:15"]);
        await _server.AddAccountAsync("designer", [Roles.Designer], ["apl"]);
        await _server.AddAccountAsync("locked", [Roles.Operator], ["apl"]);
        await _server.DeployAsync(OneTask);
        using var admin = _server.Client("admin");
        await admin.PostAsync("/v2/process-instances", new { processDefinitionId = "one-task", businessId = "CASE-1" });
        using var apl = _server.Client("apl");
        var (_, found) = await apl.PostAsync("/v2/user-tasks/search", new { });
        _task = found.GetProperty("items")[0].Text("userTaskKey");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [Test]
    public async Task Without_a_sign_in_the_answer_is_401_with_a_challenge_and_a_problem()
    {
        using var nobody = _server.Client(null);
        using var answer = await nobody.GetAsync(new Uri("/v2/topology", UriKind.Relative));
        Assert.That((int)answer.StatusCode, Is.EqualTo(401));
        Assert.That(answer.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Basic"));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
    }

    [Test]
    public async Task A_wrong_password_is_refused_like_an_unknown_name()
    {
        using var wrong = _server.Client("apl", "not the password");
        using var unknown = _server.Client("nobody", "not the password");
        var first = await (await wrong.GetAsync(new Uri("/v2/authentication/me", UriKind.Relative))).ReadAsync();
        var second = await (await unknown.GetAsync(new Uri("/v2/authentication/me", UriKind.Relative))).ReadAsync();
        Assert.That((first.Status, second.Status), Is.EqualTo((401, 401)));
        Assert.That(first.Body.Text("detail"), Is.EqualTo(second.Body.Text("detail")));
    }

    [Test]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        using var wrong = _server.Client("locked", "not the password");
        for (var i = 0; i < 5; i++) using (await wrong.GetAsync(new Uri("/v2/authentication/me", UriKind.Relative))) { }
        using var right = _server.Client("locked");
        using var answer = await right.GetAsync(new Uri("/v2/authentication/me", UriKind.Relative));
        Assert.That((int)answer.StatusCode, Is.EqualTo(401));
    }

    [Test]
    public async Task A_bearer_token_is_refused_by_name()
    {
        using var client = _server.Client(null);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "abc");
        var (status, body) = await (await client.GetAsync(new Uri("/v2/topology", UriKind.Relative))).ReadAsync();
        Assert.That(status, Is.EqualTo(401));
        Assert.That(body.Text("detail"), Does.Contain("Bearer is not accepted"));
    }

    [Test]
    public async Task A_task_of_another_group_is_neither_found_nor_completed()
    {
        using var cpi = _server.Client("cpi");
        var (_, found) = await cpi.PostAsync("/v2/user-tasks/search", new { });
        Assert.That(found.GetProperty("items").GetArrayLength(), Is.Zero);
        var (status, _) = await cpi.PostAsync($"/v2/user-tasks/{_task}/completion", new { });
        Assert.That(status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_case_of_another_group_is_not_listed_and_not_opened()
    {
        using var cpi = _server.Client("cpi");
        using var apl = _server.Client("apl");
        var theirs = (await (await cpi.GetAsync(new Uri("/api/cases", UriKind.Relative))).ReadAsync()).Body;
        var ours = (await (await apl.GetAsync(new Uri("/api/cases", UriKind.Relative))).ReadAsync()).Body;
        Assert.That(theirs.GetProperty("total").GetInt32(), Is.Zero);
        Assert.That(ours.GetProperty("total").GetInt32(), Is.EqualTo(1));
        var key = ours.GetProperty("cases")[0].GetProperty("case").Text("instanceKey");
        var (status, _) = await (await cpi.GetAsync(new Uri($"/api/cases/{key}", UriKind.Relative))).ReadAsync();
        Assert.That(status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_designer_does_not_complete_tasks()
    {
        using var designer = _server.Client("designer");
        var (status, body) = await designer.PostAsync($"/v2/user-tasks/{_task}/completion", new { });
        Assert.That((status, body.Text("title")), Is.EqualTo((403, "FORBIDDEN")));
    }

    [Test]
    public async Task A_filter_that_is_not_offered_is_refused_by_name()
    {
        using var apl = _server.Client("apl");
        var (status, body) = await apl.PostAsync("/v2/user-tasks/search", new { filter = new { colour = "blue" } });
        Assert.That(status, Is.EqualTo(400), body.ToString());
        Assert.That(body.GetProperty("errors")[0].Text("field"), Is.EqualTo("filter.colour"));
    }

    [Test]
    public async Task The_same_idempotency_key_starts_one_instance()
    {
        using var admin = _server.Client("admin");
        admin.DefaultRequestHeaders.Add("Idempotency-Key", "again and again");
        var first = await admin.PostAsync("/v2/process-instances", new { processDefinitionId = "one-task" });
        var second = await admin.PostAsync("/v2/process-instances", new { processDefinitionId = "one-task" });
        Assert.That(second.Body.Text("processInstanceKey"), Is.EqualTo(first.Body.Text("processInstanceKey")));
    }

    [Test]
    public async Task A_sign_in_with_a_forged_token_is_refused_with_a_page()
    {
        using var browser = _server.Client(null);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["utente"] = "apl", ["password"] = RunningServer.Password, ["__RequestVerificationToken"] = "forged" });
        using var answer = await browser.PostAsync(new Uri("/accedi", UriKind.Relative), form);
        Assert.That((int)answer.StatusCode, Is.EqualTo(400));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
        Assert.That(answer.Headers.Contains("Set-Cookie") && answer.Headers.GetValues("Set-Cookie").Any(cookie => cookie.StartsWith("orchestrator.session", StringComparison.Ordinal)), Is.False);
    }

    [Test]
    public async Task What_Camunda_offers_and_we_do_not_is_501_and_a_wrong_address_404()
    {
        using var admin = _server.Client("admin");
        var (offered, _) = await admin.PostAsync("/v2/signals/broadcast", new { signalName = "x" });
        var (wrong, body) = await (await admin.GetAsync(new Uri("/v2/nothing-of-this-name", UriKind.Relative))).ReadAsync();
        Assert.That((offered, wrong), Is.EqualTo((501, 404)), JsonSerializer.Serialize(body));
    }
}
