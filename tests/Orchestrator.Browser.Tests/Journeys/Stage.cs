using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Orchestrator.Contracts.Client;
using Orchestrator.Server;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>The server with the repository's own definitions and demo accounts, and one Chromium; started once for all journeys.</summary>
[SetUpFixture]
public sealed class Stage
{
    public const string Password = "Prova-Prova-1234";

    private static WebApplication? s_app;
    private static IPlaywright? s_playwright;
    private static IBrowser? s_browser;
    private static DirectoryInfo? s_folder;

    public static Uri Address => new(s_app!.Urls.Single());

    public static IBrowser Browser => s_browser ?? throw new InvalidOperationException("Expected Chromium to run, but the stage is not set.");

    [OneTimeSetUp]
    public async Task SetAsync()
    {
        s_folder = Directory.CreateTempSubdirectory("orchestrator-browser-");
        s_app = ServerApp.Build(
        [
            "--applicationName=Orchestrator.Server", "--environment=Development", "--Urls=http://127.0.0.1:0", $"--contentRoot={s_folder.FullName}",
            $"--DataFolder={Path.Combine(s_folder.FullName, "data")}", $"--WorkflowsFolder={Path.Combine(Repository.Root, "workflows")}",
            $"--Demo:Password={Password}", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft=Error",
        ]);
        await s_app.StartAsync();
        s_playwright = await Playwright.CreateAsync();
        s_browser = await s_playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("ORCHESTRATOR_TEST_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu"],
        });
    }

    [OneTimeTearDown]
    public async Task StrikeAsync()
    {
        if (s_browser is not null) await s_browser.DisposeAsync();
        s_playwright?.Dispose();
        if (s_app is not null)
        {
            await s_app.StopAsync();
            await s_app.DisposeAsync();
        }

        s_folder?.Delete(recursive: true);
    }

    /// <summary>Does something with what the pages themselves ask, to prepare a journey.</summary>
    public static async Task<T> PrepareAsync<T>(Func<IOrchestratorClient, Task<Outcome<T>>> act)
    {
        await using var scope = s_app!.Services.CreateAsyncScope();
        var outcome = await act(scope.ServiceProvider.GetRequiredService<IOrchestratorClient>());
        Assert.That(outcome.Refusal, Is.Null, string.Join("; ", outcome.Refusal?.Fields.Select(field => $"{field.Path} {field.Message}") ?? []));
        return outcome.Value!;
    }

    /// <summary>Asks until the answer is there; the bus and the engine answer within moments.</summary>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T?>> ask)
        where T : class
    {
        const int Times = 150;
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (var time = 0; time < Times; time++)
        {
            if (await ask() is { } answer)
                return answer;
            await pause.WaitForNextTickAsync();
        }

        throw new TimeoutException($"Expected {what}, but it did not come.");
    }
}
