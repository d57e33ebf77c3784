using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Client;
using Orchestrator.Hosting.Accounts;

namespace Orchestrator.Server.Tests;

/// <summary>The server itself on a free port of loopback, with a database of its own in a temporary folder. One for each test class.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    public const string Password = "a password for tests 1";

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private RunningServer(WebApplication app, DirectoryInfo folder)
    {
        _app = app;
        _folder = folder;
        Address = new(app.Urls.Single());
    }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>A folder that is deleted with the server.</summary>
    public string Folder => _folder.FullName;

    /// <param name="settings">Further settings as <c>--Name=value</c>.</param>
    public static async Task<RunningServer> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("orchestrator-server-");
        var workflows = folder.CreateSubdirectory("workflows");
        var app = ServerApp.Build(
        [
            "--applicationName=Orchestrator.Server", "--environment=Production", "--Urls=http://127.0.0.1:0", $"--contentRoot={folder.FullName}",
            $"--DataFolder={Path.Combine(folder.FullName, "data")}", $"--WorkflowsFolder={workflows.FullName}",
            "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft=Error", .. settings,
        ]);
        await app.StartAsync();
        var server = new RunningServer(app, folder);
        await server.AddAccountAsync("admin", [Roles.Admin], []);
        return server;
    }

    public async Task AddAccountAsync(string name, string[] roles, string[] groups)
    {
        await using var scope = Services.CreateAsyncScope();
        var reasons = await scope.ServiceProvider.GetRequiredService<AccountBook>().CreateAsync(new(name, $"Name of {name}", roles, groups), Password, CancellationToken.None);
        Assert.That(reasons, Is.Null);
    }

    /// <summary>A client that signs in by Basic, or does not.</summary>
    public HttpClient Client(string? account, string password = Password)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (account is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account}:{password}")));
        return client;
    }

    /// <summary>Deploys one BPMN text; the answer must be 200.</summary>
    public async Task<JsonElement> DeployAsync(string bpmn, string name = "test.bpmn", string account = "admin")
    {
        using var client = Client(account);
        using var form = new MultipartFormDataContent { { new StringContent(bpmn), "resources", name } };
        using var answer = await client.PostAsync(new Uri("/v2/deployments", UriKind.Relative), form);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), body);
        return JsonDocument.Parse(body).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>Short ways to call and to read.</summary>
internal static class Calls
{
    public static async Task<(int Status, JsonElement Body)> PostAsync(this HttpClient client, string path, object? body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        return await ReadAsync(answer);
    }

    public static async Task<(int Status, JsonElement Body)> ReadAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length > 0 && answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
            ? JsonDocument.Parse(text).RootElement
            : default);
    }

    public static string Text(this JsonElement body, string name) => body.GetProperty(name).GetString()!;
}
