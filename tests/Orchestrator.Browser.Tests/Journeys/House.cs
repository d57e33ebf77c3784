using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Client;
using Orchestrator.Server;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>One running server with the repository's own definitions and demo accounts, on a free port, with a database of its own.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private House(WebApplication app, DirectoryInfo folder)
    {
        _app = app;
        _folder = folder;
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>What the server takes for now.</summary>
    public DateTimeOffset Now => _app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <param name="settings">Further settings as <c>--Name=value</c>.</param>
    public static async Task<House> OpenAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("orchestrator-browser-");
        var app = ServerApp.Build(
        [
            "--applicationName=Orchestrator.Server", "--environment=Development", "--Urls=http://127.0.0.1:0", $"--contentRoot={folder.FullName}",
            $"--DataFolder={Path.Combine(folder.FullName, "data")}", $"--WorkflowsFolder={Path.Combine(Repository.Root, "workflows")}",
            $"--Demo:Password={Stage.Password}", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft=Error", .. settings,
        ]);
        await app.StartAsync();
        return new(app, folder);
    }

    /// <summary>Does something with what the pages themselves ask, to prepare a journey.</summary>
    public async Task<T> PrepareAsync<T>(Func<IOrchestratorClient, Task<Outcome<T>>> act)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var outcome = await act(scope.ServiceProvider.GetRequiredService<IOrchestratorClient>());
        Assert.That(outcome.Refusal, Is.Null, $"{outcome.Refusal?.Message} {string.Join("; ", outcome.Refusal?.Fields.Select(field => $"{field.Path} {field.Message}") ?? [])}");
        return outcome.Value!;
    }

    /// <summary>Sets the clock of a house that was opened with <c>--Clock:Virtual=true</c>.</summary>
    public async Task SetClockAsync(DateTimeOffset instant)
    {
        using var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{Stage.Password}")));
        using var answer = await client.PutAsJsonAsync(new Uri("/v2/clock", UriKind.Relative), new { timestamp = instant.ToUnixTimeMilliseconds() });
        Assert.That((int)answer.StatusCode, Is.EqualTo(204), await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
