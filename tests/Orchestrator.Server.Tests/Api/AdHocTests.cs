using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Orchestrator.Contracts.Client;
using Orchestrator.Server.Tests.Kill;

namespace Orchestrator.Server.Tests.Api;

/// <summary>An ad-hoc sub-process through the API and on the page of its case, without JavaScript.</summary>
internal sealed partial class AdHocTests
{
    private static readonly string s_modules = Path.Combine(RunningProgram.Root, "docs", "examples", "modules", "modules.bpmn");

    private RunningServer _server = null!;
    private HttpClient _admin = null!;
    private HttpClient _supervisor = null!;
    private string _case = null!;
    private string _choice = null!;

    [SetUp]
    public async Task StartACase()
    {
        _server = await RunningServer.StartAsync();
        await _server.AddAccountAsync("anna", [Roles.Operator], ["cpi:09"]);
        await _server.AddAccountAsync("bruno", [Roles.Operator], ["cpi:10"]);
        await _server.AddAccountAsync("carla", [Roles.Supervisor], []);
        await _server.AddAccountAsync("dora", [Roles.Auditor], ["cpi:09"]);
        await _server.DeployAsync(await File.ReadAllTextAsync(s_modules));
        _admin = _server.Client("admin");
        _supervisor = _server.Client("carla");
        var (_, started) = await _admin.PostAsync("/v2/process-instances", new { processDefinitionId = "modules", variables = new { centre = "09", agreed = Array.Empty<string>(), closed = false } });
        _case = started.Text("processInstanceKey");
        _choice = (await ElementsAsync("AD_HOC_SUB_PROCESS")).Single().Text("elementInstanceKey");
    }

    [TearDown]
    public async Task StopIt()
    {
        _admin.Dispose();
        _supervisor.Dispose();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task Elements_are_activated_in_the_shape_of_Camunda_8()
    {
        Assert.That(await ActivateAsync("anna", "skills", "workshop"), Is.EqualTo(204));
        Assert.That((await ElementsAsync("USER_TASK")).Select(element => element.Text("elementId")), Is.EqualTo(new[] { "skills", "workshop" }));
        Assert.That(await ElementsAsync("AD_HOC_SUB_PROCESS_INNER_INSTANCE"), Has.Count.EqualTo(2));

        var (status, _) = await _supervisor.PostAsync(Address, new { elements = new[] { new { elementId = "close", variables = new { note = "Basta." } } }, cancelRemainingInstances = true });
        Assert.That(status, Is.EqualTo(204));
        Assert.That((await ElementsAsync("USER_TASK")).Select(element => (element.Text("elementId"), element.Text("state"))), Is.EqualTo(new[] { ("skills", "TERMINATED"), ("workshop", "TERMINATED"), ("close", "ACTIVE") }));

        using var carla = await BrowserAsync("carla");
        Assert.That(await PageAsync(carla, $"/pratiche/{_case}"), Does.Contain("ha interrotto «Workshop on active search»").And.Not.Contain("ha interrotto «Optional modules»"));
    }

    [Test]
    public async Task What_may_not_be_activated_is_refused_with_the_reason()
    {
        Assert.That(await ActivateAsync("bruno", "workshop"), Is.EqualTo(403));
        Assert.That(await ActivateAsync("dora", "workshop"), Is.EqualTo(403));
        Assert.That(await ActivateAsync("anna", "report"), Is.EqualTo(400));
        Assert.That(await ActivateAsync("anna", "workshop", "nobody"), Is.EqualTo(400));
        Assert.That(await ActivateAsync("anna"), Is.EqualTo(400));
        Assert.That(await ActivateAsync("anna", "workshop", "workshop"), Is.EqualTo(400));
        var (status, problem) = await _supervisor.PostAsync($"/v2/element-instances/ad-hoc-activities/{_case}/activation", new { elements = new[] { new { elementId = "workshop" } } });
        Assert.That((status, problem.Text("detail")), Is.EqualTo((404, $"Expected an open ad-hoc sub-process {_case}, but there is none.")));
        Assert.That(await ElementsAsync("USER_TASK"), Is.Empty);
    }

    [Test]
    public async Task The_page_of_the_case_offers_a_button_for_each_to_who_may_and_opens_it()
    {
        using var anna = await BrowserAsync("anna");
        var page = await PageAsync(anna, $"/pratiche/{_case}");
        Assert.That(page, Does.Contain("Attività che si possono aprire"));
        var forms = Forms().Matches(page).Select(form => form.Value).Where(form => form.Contains($"/pratiche/{_case}/apri", StringComparison.Ordinal)).ToList();
        Assert.That(forms.Select(form => Button().Match(form).Groups["name"].Value), Is.EqualTo(new[] { "Skills assessment", "Workshop on active search", "Close the pathway" }));

        var answer = await SendAsync(anna, forms[1]);
        Assert.That((int)answer.Status, Is.EqualTo(303));
        var again = await SendAsync(anna, forms[1]);
        Assert.That((int)again.Status, Is.EqualTo(303), "the same form once more has the same answer and no second effect");
        page = await PageAsync(anna, answer.Location!);
        Assert.That(page, Does.Contain("L’attività è stata aperta.").And.Contain("1 aperta").And.Contain("ha aperto attività in «Optional modules»"));
        Assert.That((await ElementsAsync("USER_TASK")).Select(element => element.Text("elementId")), Is.EqualTo(new[] { "workshop" }));
    }

    [Test]
    public async Task Who_may_not_choose_sees_no_button_and_a_choice_too_late_is_answered_on_the_page()
    {
        using var dora = await BrowserAsync("dora");
        Assert.That(await PageAsync(dora, $"/pratiche/{_case}"), Does.Not.Contain("Attività che si possono aprire"));
        using var bruno = await BrowserAsync("bruno");
        using var closed = await bruno.GetAsync(new Uri($"/pratiche/{_case}", UriKind.Relative));
        Assert.That((int)closed.StatusCode, Is.EqualTo(404), "nothing of this case is for them");

        using var carla = await BrowserAsync("carla");
        var form = Forms().Matches(await PageAsync(carla, $"/pratiche/{_case}")).Select(one => one.Value).First(one => one.Contains("/apri", StringComparison.Ordinal));
        var (cancelled, _) = await _admin.PostAsync($"/v2/process-instances/{_case}/cancellation", new { });
        Assert.That(cancelled, Is.EqualTo(204));
        var answer = await SendAsync(carla, form);
        Assert.That((int)answer.Status, Is.EqualTo(409));
        Assert.That(answer.Page, Does.Contain("role=\"alert\"").And.Contain("Modules that an operator chooses"));
    }

    private static async Task<string> PageAsync(HttpClient client, string path) => WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(path, UriKind.Relative)));

    private string Address => $"/v2/element-instances/ad-hoc-activities/{_choice}/activation";

    private async Task<int> ActivateAsync(string account, params string[] elements)
    {
        using var client = _server.Client(account);
        return (await client.PostAsync(Address, new { elements = elements.Select(id => new { elementId = id }) })).Status;
    }

    private async Task<List<JsonElement>> ElementsAsync(string type)
    {
        var (_, found) = await _supervisor.PostAsync("/v2/element-instances/search", new { filter = new { processInstanceKey = _case, type } });
        return [.. found.GetProperty("items").EnumerateArray()];
    }

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

    // The hidden fields of the form, as a browser sends them when its button is pressed.
    private static async Task<(HttpStatusCode Status, string? Location, string Page)> SendAsync(HttpClient client, string form)
    {
        using var body = new FormUrlEncodedContent(Fields().Matches(form).Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value))));
        using var answer = await client.PostAsync(new Uri(Action().Match(form).Groups["action"].Value, UriKind.Relative), body);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Fields();

    [GeneratedRegex("action=\"(?<action>[^\"]+)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<button[^>]*>(?<name>[^<]+)</button>")]
    private static partial Regex Button();
}
