using System.Net;
using System.Text.RegularExpressions;

namespace Orchestrator.Server.Tests.Api;

/// <summary>Somebody signed in at the pages, without JavaScript: asks for pages and sends their forms.</summary>
internal sealed partial class PageSession : IDisposable
{
    private const string Token = "__RequestVerificationToken";

    private readonly HttpClient _client;
    private string _token = "";

    private PageSession(Uri address)
    {
#pragma warning disable CA2000 // The client disposes of its handler.
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
#pragma warning restore CA2000
    }

    public static async Task<PageSession> SignedInAsync(RunningServer server, string account)
    {
        var session = new PageSession(server.Address);
        await session.GetAsync("/accedi");
        Assert.That((int)(await session.PostAsync("/accedi", [("utente", account), ("password", RunningServer.Password)])).Status, Is.EqualTo(303), $"sign-in of {account}");
        await session.GetAsync("/definizioni");
        return session;
    }

    public async Task<PageAnswer> GetAsync(string path)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(answer);
    }

    /// <summary>Sends these fields with the token of the page that was seen last.</summary>
    public async Task<PageAnswer> PostAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create(Token, _token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await _client.PostAsync(new Uri(path, UriKind.Relative), form);
        return await ReadAsync(answer);
    }

    public void Dispose() => _client.Dispose();

    private async Task<PageAnswer> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (TokenField().Match(text) is { Success: true } found) _token = found.Groups["value"].Value;
        return new(answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(text));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex TokenField();
}

/// <summary>What a page answered, with its text decoded.</summary>
internal sealed record PageAnswer(HttpStatusCode Status, string? Location, string Text);
