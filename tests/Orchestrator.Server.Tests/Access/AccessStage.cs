using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Orchestrator.Server.Tests.Access;

/// <summary>A running server with one account for each kind of caller. Each question gets an instance of its own, so that no answer changes the next one.</summary>
internal sealed partial class AccessStage : IAsyncDisposable
{
    // A user task of the group apl beside a gateway that cannot choose.
    private const string TaskAndIncident = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="access-definitions" targetNamespace="https://example.org/access">
          <bpmn:process id="access" isExecutable="true">
            <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
            <bpmn:parallelGateway id="both"><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing><bpmn:outgoing>c</bpmn:outgoing></bpmn:parallelGateway>
            <bpmn:userTask id="task" name="Task">
              <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="apl" /></bpmn:extensionElements>
              <bpmn:incoming>b</bpmn:incoming><bpmn:outgoing>d</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:exclusiveGateway id="choice"><bpmn:incoming>c</bpmn:incoming><bpmn:outgoing>e</bpmn:outgoing><bpmn:outgoing>f</bpmn:outgoing></bpmn:exclusiveGateway>
            <bpmn:endEvent id="end"><bpmn:incoming>d</bpmn:incoming><bpmn:incoming>e</bpmn:incoming><bpmn:incoming>f</bpmn:incoming></bpmn:endEvent>
            <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="both" />
            <bpmn:sequenceFlow id="b" sourceRef="both" targetRef="task" />
            <bpmn:sequenceFlow id="c" sourceRef="both" targetRef="choice" />
            <bpmn:sequenceFlow id="d" sourceRef="task" targetRef="end" />
            <bpmn:sequenceFlow id="e" sourceRef="choice" targetRef="end"><bpmn:conditionExpression>=missing &gt; 1</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="f" sourceRef="choice" targetRef="end"><bpmn:conditionExpression>=missing &lt; 2</bpmn:conditionExpression></bpmn:sequenceFlow>
          </bpmn:process>
        </bpmn:definitions>
        """;

    private readonly RunningServer _server;
    private readonly HttpClient _admin;
    private readonly Dictionary<Caller, HttpClient> _programs = [];
    private readonly Dictionary<Caller, (HttpClient Client, string Token)> _browsers = [];
    private string _definition = "";
    private string _draft = "";
    private Keys? _shared;

    private AccessStage(RunningServer server)
    {
        _server = server;
        _admin = server.Client("admin");
    }

    /// <summary>All of them, by address.</summary>
    public IReadOnlyList<Route> Routes { get; private set; } = [];

    public static async Task<AccessStage> StartAsync()
    {
        var stage = new AccessStage(await RunningServer.StartAsync());
        var deployed = await stage._server.DeployAsync(TaskAndIncident);
        stage._definition = deployed.GetProperty("deployments")[0].GetProperty("processDefinition").Text("processDefinitionKey");
        stage.Routes = [.. stage._server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
            .Where(endpoint => !IsFile(endpoint)).SelectMany(RoutesOf).Distinct().OrderBy(route => route.Pattern, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal)];
        foreach (var caller in Caller.All)
        {
            if (caller.Role is not null) await stage._server.AddAccountAsync(caller.Name, [caller.Role], caller.Groups);
            stage._programs[caller] = stage._server.Client(caller.Role is null ? null : caller.Name);
            stage._browsers[caller] = await stage.BrowserAsync(caller);
        }
        stage._draft = await stage.DraftAsync();
        return stage;
    }

    /// <summary>The status that a caller gets.</summary>
    public async Task<int> AskAsync(Route route, Caller caller)
    {
        // Reading changes nothing, so one instance serves all who read.
        var changes = route.Method != "GET" && route.Pattern.Contains('{', StringComparison.Ordinal);
        var keys = changes ? await NewInstanceAsync() : _shared ??= await NewInstanceAsync();
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), Address(route, keys));
        if (route.Name is "POST /v2/user-tasks/{userTaskKey}/completion" or "DELETE /v2/user-tasks/{userTaskKey}/assignee") await ClaimAsync(keys.Task);
        // A browser says what it takes, and so does a client.
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(route.IsApi ? "application/json" : "text/html"));
        var (browser, token) = _browsers[caller];
        if (route.Method is not ("GET" or "HEAD" or "DELETE"))
            request.Content = route.Name == "POST /v2/deployments" ? new MultipartFormDataContent { { new StringContent("<default>"), "tenantId" } }
                : route.IsApi ? new StringContent(RequestBodies.Of(route, caller.Name, keys), Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["versione"] = "0", ["righe"] = "[]" });
        using var answer = await (route.IsApi ? _programs[caller] : browser).SendAsync(request);
        if (route.Name == "POST /esci") await SignInAgainAsync(caller);
        return (int)answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        foreach (var program in _programs.Values) program.Dispose();
        foreach (var (client, _) in _browsers.Values) client.Dispose();
        await _server.DisposeAsync();
    }

    private static bool IsFile(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.Contains(":file", StringComparison.Ordinal) || endpoint.Metadata.Any(data => data.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal));

    private static IEnumerable<Route> RoutesOf(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var demands = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        var anonymous = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]) yield return new(method, pattern, demands, anonymous);
    }

    private string Address(Route route, Keys keys) => Parameter().Replace(route.Pattern, match => match.Groups["name"].Value switch
    {
        "userTaskKey" => keys.Task,
        "processInstanceKey" or "elementInstanceKey" or "adHocSubProcessInstanceKey" => keys.Instance,
        "processDefinitionKey" => _definition,
        "incidentKey" => keys.Incident,
        "processId" => "access",
        "list" => Guid.Empty.ToString(),
        "jobKey" => "1",
        "documentName" => "orchestrator",
        "status" => "404",
        "verb" => "prendi",
        "kind" => "esiti",
        "rest" => "signals/broadcast",
        "id" => Guid.Empty.ToString(),
        "secret" => "no-such-secret",
        "version" => "1",
        "key" when route.Pattern.Contains("bozze", StringComparison.Ordinal) => _draft,
        "key" when route.Pattern.Contains("attivita", StringComparison.Ordinal) => keys.Task,
        "key" when route.Pattern.Contains("incidenti", StringComparison.Ordinal) => keys.Incident,
        "key" when route.Pattern.Contains("greement", StringComparison.Ordinal) || route.Pattern.Contains("accordi", StringComparison.Ordinal) => "AG-CR-2026-0001-1",
        "key" => keys.Instance,
        var other => throw new InvalidOperationException($"Expected to know a value for {{{other}}} of {route.Name}: add it here."),
    });

    // A page of the designer makes it, and the answer leads to it.
    private async Task<string> DraftAsync()
    {
        var (designer, token) = _browsers.First(browser => browser.Key.Role == Contracts.Client.Roles.Designer).Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["da"] = "1", ["__RequestVerificationToken"] = token });
        using var answer = await designer.PostAsync(new Uri("/definizioni/access/bozze", UriKind.Relative), form);
        return answer.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private async Task ClaimAsync(string task)
    {
        var (status, _) = await _programs.First(program => program.Key.Name == "oper").Value.PostAsync($"/v2/user-tasks/{task}/assignment", new { assignee = "oper" });
        Assert.That(status, Is.EqualTo(204), "an operator claims a task of their group");
    }

    private async Task SignInAgainAsync(Caller caller)
    {
        _browsers[caller].Client.Dispose();
        _browsers[caller] = await BrowserAsync(caller);
    }

    private async Task<Keys> NewInstanceAsync()
    {
        var (_, started) = await _admin.PostAsync("/v2/process-instances", new { processDefinitionId = "access" });
        var instance = started.Text("processInstanceKey");
        var (_, tasks) = await _programs.First(program => program.Key.Name == "oper").Value.PostAsync("/v2/user-tasks/search", new { filter = new { processInstanceKey = instance } });
        var (_, incidents) = await _admin.PostAsync("/v2/incidents/search", new { filter = new { processInstanceKey = instance } });
        return new(instance, tasks.GetProperty("items")[0].Text("userTaskKey"), incidents.GetProperty("items")[0].Text("incidentKey"));
    }

    // Signed in by the page, as a person does it; with the token that the pages of this session carry.
    private async Task<(HttpClient Client, string Token)> BrowserAsync(Caller caller)
    {
#pragma warning disable CA2000 // The client disposes of its handler.
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = _server.Address };
#pragma warning restore CA2000
        var token = TokenOf(await client.GetStringAsync(new Uri("/accedi", UriKind.Relative)));
        if (caller.Role is null) return (client, token);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["utente"] = caller.Name, ["password"] = RunningServer.Password, ["__RequestVerificationToken"] = token });
        using var answer = await client.PostAsync(new Uri("/accedi", UriKind.Relative), form);
        Assert.That((int)answer.StatusCode, Is.EqualTo(303), $"sign-in of {caller.Name}");
        return (client, TokenOf(await client.GetStringAsync(new Uri("/tastiera", UriKind.Relative))));
    }

    private static string TokenOf(string page) => TokenField().Match(page) is { Success: true } found
        ? found.Groups["token"].Value
        : throw new InvalidOperationException("Expected a page with an antiforgery token.");

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""")]
    private static partial Regex TokenField();

    [GeneratedRegex(@"\{\**(?<name>\w+)(:[^}]*)?\}")]
    private static partial Regex Parameter();

    /// <summary>What belongs to one instance.</summary>
    internal sealed record Keys(string Instance, string Task, string Incident);
}
