using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Orchestrator.Server.Tests.ThirtyDays;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Server.Tests.Kill;

/// <summary>What the tests with kills share: one PostgreSQL server for all runs, a broker and programs of its own for each. Run by <c>tests/long.sh kill [SEED] [N]</c>.</summary>
internal abstract class KillTests
{
    private PostgreSqlServer? _server;

    [OneTimeSetUp]
    public async Task StartServer()
    {
        if (RabbitMqServer.MissingReason is { } reason) Assert.Ignore(reason);
        if (PostgreSqlServer.MissingReason is null) _server = await PostgreSqlServer.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopServer()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    protected Task<KillStage> StageAsync(ServerDatabase database, double secondsPerDay, bool wholeProgramme = false)
    {
        if (database == ServerDatabase.PostgreSql && _server is null) Assert.Ignore(PostgreSqlServer.MissingReason!);
        return KillStage.StartAsync(database == ServerDatabase.PostgreSql ? _server : null, secondsPerDay, wholeProgramme);
    }

    /// <summary>Runs it; says what both programs said when it fails.</summary>
    protected static async Task OnAsync(KillStage stage, Func<KillStage, Task> run)
    {
        try
        {
            await run(stage);
        }
        catch (Exception failure) when (failure is not DaysTooShortException && Said(stage)) { }
        finally
        {
            await stage.DisposeAsync();
        }
        await TestContext.Progress.WriteLineAsync($"held: {TestContext.CurrentContext.Test.Name}");
    }

    private static bool Said(KillStage stage)
    {
        TestContext.Out.WriteLine(stage.Said);
        return false;
    }

    /// <summary>What happened in the only instance of a process, the called processes in it as well, as the API tells it: each event and its element with how often it is there.</summary>
    protected static async Task<IReadOnlyDictionary<string, int>> StoryAsync(KillStage stage, string process = "ma4-delivery")
    {
        using var auditor = Client(stage, "auditor");
        var found = await JsonAsync(auditor, "/api/cases");
        var instance = found.GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("case"))
            .Single(one => one.GetProperty("processId").GetString() == process).GetProperty("instanceKey").GetString();
        var story = await JsonAsync(auditor, $"/api/instances/{instance}/history?limit=1000");
        return story.EnumerateArray().Select(entry => $"{entry.GetProperty("eventName").GetString()} {entry.GetProperty("elementId").GetString()}")
            // A lost attempt is what a kill may cost; that the job is done once stands in the other events.
            .Where(entry => !entry.StartsWith("job-failed ", StringComparison.Ordinal))
            .GroupBy(entry => entry).ToDictionary(group => group.Key, group => group.Count());
    }

    protected static HttpClient Client(KillStage stage, string account)
    {
        var client = new HttpClient { BaseAddress = stage.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account}:{KillStage.Password}")));
        return client;
    }

    protected static async Task<JsonElement> JsonAsync(HttpClient client, string path, object? body = null)
    {
        using var answer = body is null ? await client.GetAsync(new Uri(path, UriKind.Relative)) : await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(client, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.IsSuccessStatusCode, Is.True, $"{path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
