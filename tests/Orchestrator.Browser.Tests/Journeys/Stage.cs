using Microsoft.Playwright;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>One server on the real clock and one Chromium; started once for all journeys.</summary>
[SetUpFixture]
public sealed class Stage
{
    public const string Password = "Prova-Prova-1234";

    private static House? s_house;
    private static IPlaywright? s_playwright;
    private static IBrowser? s_browser;

    public static Uri Address => House.Address;

    public static IBrowser Browser => s_browser ?? throw new InvalidOperationException("Expected Chromium to run, but the stage is not set.");

    internal static House House => s_house ?? throw new InvalidOperationException("Expected the server to run, but the stage is not set.");

    [OneTimeSetUp]
    public async Task SetAsync()
    {
        // States are waited for; how long is a question of the machine, not of the rule.
        const float Patience = 30_000;
        Assertions.SetDefaultExpectTimeout(Patience);
        s_house = await House.OpenAsync();
        s_playwright = await Playwright.CreateAsync();
        s_browser = await s_playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("ORCHESTRATOR_TEST_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync", "--disable-component-update"],
        });
    }

    [OneTimeTearDown]
    public async Task StrikeAsync()
    {
        if (s_browser is not null) await s_browser.DisposeAsync();
        s_playwright?.Dispose();
        if (s_house is not null) await s_house.DisposeAsync();
    }

    /// <summary>Does something with what the pages themselves ask, to prepare a journey.</summary>
    public static Task<T> PrepareAsync<T>(Func<IOrchestratorClient, Task<Outcome<T>>> act) => House.PrepareAsync(act);

    /// <summary>Asks until the answer is there; the bus and the engine answer within moments.</summary>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T?>> ask)
        where T : class
    {
        const int Times = 600;
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
