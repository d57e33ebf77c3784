using System.Net;
using System.Text.RegularExpressions;

namespace Orchestrator.Server.Tests;

/// <summary>Somebody signed in at the pages, without JavaScript: asks for pages and sends their forms.</summary>
internal sealed partial class PageSession : IDisposable
{
    /// <summary>The field of the token.</summary>
    public const string TokenName = "__RequestVerificationToken";

    private readonly HttpClient _client;

    private PageSession(Uri address) =>
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }, disposeHandler: true) { BaseAddress = address };

    /// <summary>The token of the page that was seen last.</summary>
    public string Token { get; private set; } = "";

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
        using var form = new FormUrlEncodedContent([KeyValuePair.Create(TokenName, Token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await _client.PostAsync(new Uri(path, UriKind.Relative), form);
        return await ReadAsync(answer);
    }

    /// <summary>Sends a request as it is.</summary>
    public async Task<PageAnswer> SendAsync(HttpRequestMessage request)
    {
        using var answer = await _client.SendAsync(request);
        return await ReadAsync(answer);
    }

    public void Dispose() => _client.Dispose();

    private async Task<PageAnswer> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (TokenField().Match(text) is { Success: true } found) Token = found.Groups["value"].Value;
        return new(answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(text));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex TokenField();
}

/// <summary>What a page answered, with its text decoded.</summary>
internal sealed record PageAnswer(HttpStatusCode Status, string? Location, string Text);
