using System.Net;
using System.Text.RegularExpressions;

namespace Orchestrator.Server.Tests.Privacy;

/// <summary>A person at the pages, without a browser: signs in, reads pages, sends their forms with all hidden fields. Remembers every address.</summary>
internal sealed partial class PageVisitor : IDisposable
{
    private readonly HttpClient _client;

    private PageVisitor(Uri server)
    {
#pragma warning disable CA2000 // The client disposes of its handler.
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = server, Timeout = TimeSpan.FromMinutes(3) };
#pragma warning restore CA2000
    }

    /// <summary>Every address that was asked, and every one that an answer sent us to.</summary>
    public List<string> Addresses { get; } = [];

    public static async Task<PageVisitor> SignInAsync(Uri server, string account, string password)
    {
        var visitor = new PageVisitor(server);
        await visitor.SendAsync("/accedi", "/accedi", new() { ["utente"] = account, ["password"] = password });
        return visitor;
    }

    public async Task<string> ReadAsync(string path)
    {
        Addresses.Add(path);
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), $"{path}\n{page}");
        return page;
    }

    /// <summary>Sends the form of a page to its address, with its hidden fields and these; the answer must lead on. Gives where to.</summary>
    public async Task<string> SendAsync(string pagePath, string action, Dictionary<string, string> fields, (string Field, string Name, byte[] Content)? file = null)
    {
        var page = await ReadAsync(pagePath);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in HiddenOf(page, action).Where(hidden => !fields.ContainsKey(hidden.Name)).Concat(fields.Select(field => (field.Key, field.Value))))
            content.Add(new StringContent(value), $"\"{name}\"");
        if (file is { } upload) content.Add(new ByteArrayContent(upload.Content), upload.Field, upload.Name);
        Addresses.Add(action);
        using var answer = await _client.PostAsync(new Uri(action, UriKind.Relative), content);
        Assert.That((int)answer.StatusCode, Is.EqualTo(303), $"{action}\n{await answer.Content.ReadAsStringAsync()}");
        var next = answer.Headers.Location!.ToString();
        Addresses.Add(next);
        return next;
    }

    public void Dispose() => _client.Dispose();

    private static IEnumerable<(string Name, string Value)> HiddenOf(string page, string action)
    {
        var form = Forms().Matches(page).Select(match => match.Value).FirstOrDefault(form => WebUtility.HtmlDecode(form).Contains($"action=\"{action}", StringComparison.Ordinal))
            ?? throw new AssertionException($"Expected a form for {action}, but there is none in\n{page}");
        foreach (Match input in Inputs().Matches(form))
            if (input.Value.Contains("type=\"hidden\"", StringComparison.Ordinal))
                yield return (Attribute(input.Value, "name"), Attribute(input.Value, "value"));
    }

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input\\b[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Inputs();
}
