using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Tests.Api;

/// <summary>Running cases go on under another version: through the interface of Camunda 8, through ours, and on the page without JavaScript.</summary>
internal sealed partial class MigrationTests
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

    private async Task<string> StartAsync(string process = "review") =>
        (await _admin.PostAsync("/v2/process-instances", new { processDefinitionId = process })).Body.Text("processInstanceKey");

    private async Task<string> VersionOfAsync(string instance)
    {
        using var answer = await _admin.GetAsync(new Uri($"/v2/process-instances/{instance}", UriKind.Relative));
        return (await answer.ReadAsync()).Body.Text("processDefinitionKey");
    }

    [Test]
    public async Task One_instance_goes_on_in_the_shape_of_Camunda_8()
    {
        await DeployAsync(ReviewVersions.First());
        var instance = await StartAsync();
        var second = await DeployAsync(ReviewVersions.Second(task: "check"));
        var address = $"/v2/process-instances/{instance}/migration";

        var (refused, problem) = await _designer.PostAsync(address, new { targetProcessDefinitionKey = second, mappingInstructions = Array.Empty<object>() });
        Assert.That((refused, problem.Text("detail")), Is.EqualTo((409, $"Expected an instance that can go on under definition {second}, but: 'look' is active and version 2 has no such element: name its counterpart.")));
        Assert.That((await _designer.PostAsync(address, new { targetProcessDefinitionKey = "999999" })).Status, Is.EqualTo(404));
        Assert.That((await _designer.PostAsync("/v2/process-instances/999999999/migration", new { targetProcessDefinitionKey = second })).Status, Is.EqualTo(404));
        Assert.That((await _designer.PostAsync(address, new { targetProcessDefinitionKey = second, mappingInstructions = new[] { new { sourceElementId = "look", targetElementId = "nobody" } } })).Status, Is.EqualTo(400));
        Assert.That((await _designer.PostAsync(address, new { targetProcessDefinitionKey = second, mappingInstructions = new[] { new { sourceElementId = "look" } } })).Status, Is.EqualTo(400));
        Assert.That((await _supervisor.PostAsync(address, new { targetProcessDefinitionKey = second })).Status, Is.EqualTo(403));

        var (done, _) = await _designer.PostAsync(address, new { targetProcessDefinitionKey = second, mappingInstructions = new[] { new { sourceElementId = "look", targetElementId = "check" } } });
        Assert.That(done, Is.EqualTo(204));
        Assert.That(await VersionOfAsync(instance), Is.EqualTo(second));
        var (_, tasks) = await _supervisor.PostAsync("/v2/user-tasks/search", new { filter = new { processInstanceKey = instance } });
        Assert.That((tasks.GetProperty("items")[0].Text("elementId"), tasks.GetProperty("items")[0].Text("name")), Is.EqualTo(("check", "Esame e parere")));
    }

    [Test]
    public async Task A_rehearsed_list_is_carried_out_and_what_moved_is_listed()
    {
        await DeployAsync(ReviewVersions.First());
        string[] instances = [await StartAsync(), await StartAsync(), await StartAsync()];
        var second = await DeployAsync(ReviewVersions.Second());

        using var wish = new HttpRequestMessage(HttpMethod.Post, "/api/processes/review/migration") { Content = System.Net.Http.Json.JsonContent.Create(new { from = 1, to = 2 }), Headers = { { "Idempotency-Key", "one" } } };
        using var again = new HttpRequestMessage(HttpMethod.Post, "/api/processes/review/migration") { Content = System.Net.Http.Json.JsonContent.Create(new { from = 1, to = 2 }), Headers = { { "Idempotency-Key", "one" } } };
        var (status, list) = await (await _designer.SendAsync(wish)).ReadAsync();
        Assert.That((status, list.GetProperty("good").GetInt32()), Is.EqualTo((200, 3)), list.ToString());
        var id = list.Text("id");
        Assert.That((await (await _designer.SendAsync(again)).ReadAsync()).Body.Text("id"), Is.EqualTo(id), "the same request gives the same list");
        Assert.That(await VersionOfAsync(instances[0]), Is.Not.EqualTo(second), "a rehearsal changes nothing");

        await _supervisor.PostAsync($"/v2/process-instances/{instances[1]}/cancellation", new { });
        Assert.That((await _designer.PostAsync($"/api/migrations/{id}/execution", new { hash = "another" })).Status, Is.EqualTo(409));
        Assert.That((await _supervisor.PostAsync($"/api/migrations/{id}/execution", new { hash = list.Text("hash") })).Status, Is.EqualTo(403));
        Assert.That((await _designer.PostAsync($"/api/migrations/{id}/execution", new { hash = list.Text("hash") })).Status, Is.EqualTo(200));

        var after = await DoneAsync(id);
        Assert.That((after.GetProperty("done").GetInt32(), after.GetProperty("moved").GetInt32()), Is.EqualTo((2, 1)));
        using var moved = await _designer.GetAsync(new Uri($"/api/migrations/{id}?outcome=moved", UriKind.Relative));
        var rows = (await moved.ReadAsync()).Body.GetProperty("rows");
        Assert.That(rows.EnumerateArray().Select(row => row.GetProperty("instanceKey").ToString()), Is.EqualTo(new[] { instances[1] }), rows.ToString());
        Assert.That(await VersionOfAsync(instances[2]), Is.EqualTo(second));
    }

    // Progress is what a page would ask for: each answer is asked for when the one before has come.
    private async Task<JsonElement> DoneAsync(string list)
    {
        for (var asked = 0; asked < 10_000; asked++)
        {
            using var answer = await _designer.GetAsync(new Uri($"/api/migrations/{list}?limit=1", UriKind.Relative));
            var (status, body) = await answer.ReadAsync();
            Assert.That(status, Is.EqualTo(200));
            if (body.TryGetProperty("endedAt", out var ended) && ended.ValueKind != JsonValueKind.Null) return body;
        }
        throw new AssertionException("Expected the list to be carried out, but it still runs.");
    }

    [Test]
    public async Task The_page_rehearses_with_a_counterpart_and_migrates_exactly_what_it_showed()
    {
        await DeployAsync(ReviewVersions.First());
        var instance = await StartAsync();
        var second = await DeployAsync(ReviewVersions.Second(task: "check"));
        using var dina = await BrowserAsync("dina");
        using var carla = await BrowserAsync("carla");
        using (var closed = await carla.GetAsync(new Uri("/definizioni/review/migrazione", UriKind.Relative))) Assert.That((int)closed.StatusCode, Is.EqualTo(403));

        var page = await PageAsync(dina, "/definizioni/review/migrazione?da=1&a=2");
        Assert.That(page, Does.Contain("versione 1 (1 in corso)").And.Contain("Corrispondente di Esame").And.Contain("Esame e parere (check)"));
        var rehearsal = Forms().Matches(page).Select(form => form.Value).Single(form => form.Contains("/migrazione/prova", StringComparison.Ordinal));

        var without = await SendAsync(dina, rehearsal);
        page = await PageAsync(dina, without.Location!);
        Assert.That(page, Does.Contain("aspetta in «Esame», che nell’altra versione non c’è").And.Not.Contain("Migra quest"));

        rehearsal = Forms().Matches(page).Select(form => form.Value).Single(form => form.Contains("/migrazione/prova", StringComparison.Ordinal));
        var with = await SendAsync(dina, rehearsal, ("m:look", "check"));
        page = await PageAsync(dina, with.Location!);
        Assert.That(page, Does.Contain("Migra questa pratica").And.Contain("pronta"));
        var migrate = Forms().Matches(page).Select(form => form.Value).Single(form => form.Contains("/migrazione/esegui", StringComparison.Ordinal));
        var started = await SendAsync(dina, migrate);
        Assert.That((int)started.Status, Is.EqualTo(303), started.Page);
        await DoneAsync(List().Match(started.Location!).Groups["id"].Value);

        Assert.That(await PageAsync(dina, started.Location!), Does.Contain("Conclusa.").And.Contain("1 di 1 trattate").And.Contain("migrata"));
        Assert.That(await VersionOfAsync(instance), Is.EqualTo(second));
        page = await PageAsync(carla, $"/pratiche/{instance}");
        Assert.That(page, Does.Contain("ha fatto proseguire la pratica con un’altra versione della procedura").And.Contain("v1 → v2").And.Contain("<userTask id=\"check\""));
        Assert.That(await PageAsync(carla, $"/pratiche/{instance}?posizione=8"), Does.Contain("<userTask id=\"look\"").And.Not.Contain("<userTask id=\"check\""), "before the migration the case is drawn in the version of then");
    }

    private static async Task<string> PageAsync(HttpClient client, string path) => WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(path, UriKind.Relative)));

    private async Task<HttpClient> BrowserAsync(string account)
    {
#pragma warning disable CA2000 // The client disposes of its handler.
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = _server.Address };
#pragma warning restore CA2000
        var token = Fields().Matches(await client.GetStringAsync(new Uri("/accedi", UriKind.Relative))).First(field => field.Groups["name"].Value == "__RequestVerificationToken").Groups["value"].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["utente"] = account, ["password"] = RunningServer.Password, ["__RequestVerificationToken"] = token });
        using var answer = await client.PostAsync(new Uri("/accedi", UriKind.Relative), form);
        Assert.That((int)answer.StatusCode, Is.EqualTo(303), $"sign-in of {account}");
        return client;
    }

    // The hidden fields of the form and what was chosen, as a browser sends them when its button is pressed.
    private static async Task<(HttpStatusCode Status, string? Location, string Page)> SendAsync(HttpClient client, string form, params (string Name, string Value)[] chosen)
    {
        using var body = new FormUrlEncodedContent([
            .. Fields().Matches(form).Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value))),
            .. chosen.Select(one => KeyValuePair.Create(one.Name, one.Value))]);
        using var answer = await client.PostAsync(new Uri(Action().Match(form).Groups["action"].Value, UriKind.Relative), body);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Fields();

    [GeneratedRegex("action=\"(?<action>[^\"]+)\"")]
    private static partial Regex Action();

    [GeneratedRegex("lista=(?<id>[0-9a-f-]+)")]
    private static partial Regex List();
}
