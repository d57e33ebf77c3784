using System.Net;
using System.Text.RegularExpressions;

namespace Orchestrator.Server.Tests.Kill;

/// <summary>A person at the pages, who tries again when the server does not answer: with the same form, so with the same request.</summary>
internal sealed partial class PageOperator : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(300);

    private readonly HttpClientHandler _handler = new() { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
    private readonly HttpClient _browser;

    public PageOperator(Uri address) => _browser = new HttpClient(_handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    public async Task SignInAsync(string name)
    {
        var page = await GetAsync("/accedi");
        await PostAsync("/accedi", () => new FormUrlEncodedContent(Hidden(page).Append(new("utente", name)).Append(new("password", KillStage.Password))));
    }

    /// <summary>Uploads a list on the page of the agreement.</summary>
    /// <returns>The address of its report.</returns>
    public async Task<string> UploadAsync(string agreement, string csv)
    {
        var page = await GetAsync($"/accordi/{agreement}");
        return await PostAsync($"/accordi/{agreement}/elenco", () =>
        {
            var form = new MultipartFormDataContent();
            foreach (var (name, value) in Hidden(page)) form.Add(new StringContent(value), name);
            form.Add(new StringContent(csv), "elenco", "lavoratori.csv");
            return form;
        });
    }

    /// <summary>Accepts a list on the page of its report, as soon as the page offers it.</summary>
    public async Task AcceptAsync(string report)
    {
        string page;
        while (!(page = await GetAsync(report)).Contains("value=\"accogli\"", StringComparison.Ordinal)) await Task.Delay(s_pause);
        await PostAsync($"{report}/decisione", () => new FormUrlEncodedContent(Hidden(page).Append(new("decisione", "accogli")).Append(new("motivo", "Elenco completo."))));
    }

    public void Dispose()
    {
        _browser.Dispose();
        _handler.Dispose();
    }

    private async Task<string> GetAsync(string path) => await AgainAsync(async () =>
    {
        using var answer = await _browser.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : throw new HttpRequestException($"{path}: {(int)answer.StatusCode}");
    });

    /// <returns>Where the answer sends the browser.</returns>
    private async Task<string> PostAsync(string path, Func<HttpContent> form) => await AgainAsync(async () =>
    {
        using var content = form();
        using var answer = await _browser.PostAsync(new Uri(path, UriKind.Relative), content);
        if (answer.StatusCode == HttpStatusCode.SeeOther) return answer.Headers.Location!.ToString();
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode == HttpStatusCode.Conflict) return path; // done before: the answer was lost, the request was not
        throw new HttpRequestException($"{path}: {(int)answer.StatusCode}\n{text}");
    });

    private static async Task<T> AgainAsync<T>(Func<Task<T>> attempt)
    {
        const int attemptsMax = 200;
        for (var i = 1; ; i++)
        {
            try
            {
                return await attempt();
            }
            catch (Exception away) when (i < attemptsMax && away is HttpRequestException or TaskCanceledException)
            {
                await Task.Delay(s_pause);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Hidden(string page) =>
        from Match input in HiddenInput().Matches(page)
        let name = NameOf().Match(input.Value).Groups[1].Value
        group WebUtility.HtmlDecode(ValueOf().Match(input.Value).Groups[1].Value) by name into values
        select new KeyValuePair<string, string>(values.Key, values.First());

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenInput();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex NameOf();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex ValueOf();
}
