using System.Net;
using System.Text.RegularExpressions;

namespace Orchestrator.Server.Tests;

/// <summary>Somebody at the pages, without a browser: signed in as a person does it, with the token that the pages of this session carry.</summary>
internal sealed partial class SignedInBrowser : IDisposable
{
    private SignedInBrowser(HttpClient client, string token)
    {
        Client = client;
        Token = token;
    }

    /// <summary>Keeps its cookies and follows no redirect.</summary>
    public HttpClient Client { get; }

    public string Token { get; }

    public static async Task<SignedInBrowser> OpenAsync(RunningServer server, string account)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }, disposeHandler: true) { BaseAddress = server.Address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["utente"] = account, ["password"] = RunningServer.Password, ["__RequestVerificationToken"] = await TokenAsync(client, "/accedi") });
        using var answer = await client.PostAsync(new Uri("/accedi", UriKind.Relative), form);
        Assert.That((int)answer.StatusCode, Is.EqualTo(303), $"sign-in of {account}");
        return new(client, await TokenAsync(client, "/tastiera"));
    }

    /// <summary>Sends a form with these fields and the token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)).Append(new("__RequestVerificationToken", Token)));
        return await Client.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    public Task<string> ReadAsync(string path) => Client.GetStringAsync(new Uri(path, UriKind.Relative));

    public void Dispose() => Client.Dispose();

    private static async Task<string> TokenAsync(HttpClient client, string path) => TokenField().Match(await client.GetStringAsync(new Uri(path, UriKind.Relative))).Groups["token"].Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""")]
    private static partial Regex TokenField();
}
