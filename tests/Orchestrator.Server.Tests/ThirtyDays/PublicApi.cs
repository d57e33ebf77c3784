using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Orchestrator.Server.Tests.Kill;

namespace Orchestrator.Server.Tests.ThirtyDays;

/// <summary>The server's public API for one account. A call that gets no answer is made again, as the same request, until it gets one.</summary>
internal sealed class PublicApi : IDisposable
{
    private const int AttemptsMax = 400;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(300);

    private readonly HttpClient _client;

    public PublicApi(Uri address, string account)
    {
        _client = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account}:{KillStage.Password}")));
    }

    /// <summary>For the registry's client of the worker SDK.</summary>
    public HttpClient Http => _client;

    public Task<(int Status, JsonElement Body)> GetAsync(string path) => AgainAsync(() => new HttpRequestMessage(HttpMethod.Get, path));

    /// <param name="path">Below the server's address.</param>
    /// <param name="body">Written as JSON.</param>
    /// <param name="request">The idempotency key of a command.</param>
    public Task<(int Status, JsonElement Body)> PostAsync(string path, object body, string? request = null) => AgainAsync(() =>
    {
        var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (request is not null) message.Headers.Add("Idempotency-Key", request);
        return message;
    });

    /// <summary>What a search found: at most a page of a thousand.</summary>
    public async Task<IReadOnlyList<JsonElement>> SearchAsync(string what, object filter)
    {
        var (status, body) = await PostAsync($"/v2/{what}/search", new { filter, page = new { limit = 1_000 } });
        Assert.That(status, Is.EqualTo(200), $"search of {what}: {body}");
        return [.. body.GetProperty("items").EnumerateArray()];
    }

    /// <summary>Does it again while the server does not answer.</summary>
    public static async Task<T> AgainAsync<T>(Func<Task<T>> attempt)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                return await attempt();
            }
            catch (Exception away) when (i < AttemptsMax && away is HttpRequestException or IOException or TaskCanceledException)
            {
                await Task.Delay(s_pause);
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private Task<(int Status, JsonElement Body)> AgainAsync(Func<HttpRequestMessage> make) => AgainAsync(async () =>
    {
        using var message = make();
        using var answer = await _client.SendAsync(message);
        if ((int)answer.StatusCode >= 500) throw new HttpRequestException($"{message.RequestUri}: {(int)answer.StatusCode}");
        return await answer.ReadAsync();
    });
}
