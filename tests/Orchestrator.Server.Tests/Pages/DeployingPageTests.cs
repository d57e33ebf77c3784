using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Orchestrator.Agency.AnpalServizi;
using Orchestrator.Agency.Regione;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Runtime;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Letters.Mail;
using Orchestrator.Server.Tests.Kill;
using Orchestrator.Worker;

namespace Orchestrator.Server.Tests.Pages;

/// <summary><c>docs/deploying.md</c> says what the program does: its tables are compared with the code, so that neither can change alone.</summary>
internal sealed partial class DeployingPageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(RunningProgram.Root, "docs", "deploying.md"));

    // Read by name, where no options class stands.
    private static readonly (string Name, string Default)[] s_others = [("Demo:Off", "False"), ("Demo:Password", "—"), ("Demo:Sample", "True")];

    [Test]
    public void Every_setting_stands_in_the_table_with_its_default()
    {
        var read = Settings("", new OrchestratorOptions())
            .Concat(Settings("Bus:", new RabbitMqOptions())).Concat(Settings("Registry:", new RegistryOptions())).Concat(Settings("Mail:", new MailOptions()))
            .Concat(Settings("Regione:", new RegioneOptions())).Concat(Settings("AnpalServizi:", new AnpalServiziOptions()))
            // Set from Bus:JobTypes.
            .Concat(Settings("Engine:", new EngineOptions()).Where(setting => setting.Name != "Engine:BusJobTypes")).Concat(s_others);
        var told = Setting().Matches(s_page).Select(row => (row.Groups["name"].Value, row.Groups["default"].Value.Trim('`')));
        Assert.That(told, Is.EquivalentTo(read));
    }

    [Test]
    public void Every_sentence_that_stops_a_start_stands_in_the_table()
    {
        var told = Told().Matches(Section("When it does not start")).Select(row => row.Groups[1].Value).Where(text => text != "Sentence begins").ToList();
        var refusing = Sources().Where(source => source.Contains("StartRefusedException", StringComparison.Ordinal) || source.Contains("StorageStartException", StringComparison.Ordinal));
        var sentences = refusing.SelectMany(source => Sentence().Matches(source)).Select(match => match.Groups[1].Value).Where(text => text.Contains(' ', StringComparison.Ordinal)).ToList();
        Assert.That(sentences, Has.Count.GreaterThan(15));
        Assert.That(sentences.Where(sentence => !told.Any(begin => Begins(sentence, begin))), Is.Empty, "not told");
        Assert.That(told.Where(begin => !sentences.Any(sentence => Begins(sentence, begin))), Is.Empty, "told, but nobody says it");
    }

    [Test]
    public void Every_event_number_is_used_once_and_stands_in_the_table()
    {
        var used = Sources().SelectMany(source => EventNumber().Matches(source)).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        var told = Told().Matches(Section("Logs")).SelectMany(row => Number().Matches(row.Groups[1].Value)).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture));
        Assert.That(used, Is.Unique);
        Assert.That(told, Is.EquivalentTo(used));
    }

    [Test]
    public async Task Behind_a_proxy_that_ends_TLS_the_session_is_secure_and_health_needs_no_account()
    {
        await using var server = await RunningServer.StartAsync("--ForwardedHeaders_Enabled=true");
        await server.AddAccountAsync("somebody", [Roles.Auditor], []);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var proxy = new HttpClient(handler) { BaseAddress = server.Address };
        proxy.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var page = await proxy.GetAsync(new Uri("/accedi", UriKind.Relative));
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["utente"] = "somebody", ["password"] = RunningServer.Password, ["__RequestVerificationToken"] = WebUtility.HtmlDecode(token) });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/accedi") { Content = form };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var answer = await proxy.SendAsync(request);
        var session = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("orchestrator.session", StringComparison.Ordinal));
        Assert.That(session, Does.Contain("secure").IgnoreCase.And.Contain("httponly").IgnoreCase);
        using var health = await proxy.GetAsync(new Uri("/health", UriKind.Relative));
        Assert.That((int)health.StatusCode, Is.EqualTo(204));
    }

    private static IEnumerable<(string Name, string Default)> Settings(string prefix, object options)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true }))
        {
            var value = property.GetValue(options);
            if (value is not null && value.GetType().Namespace == typeof(OrchestratorOptions).Namespace)
                foreach (var inner in Settings($"{prefix}{property.Name}:", value)) yield return inner;
            else yield return ($"{prefix}{property.Name}", Text(value));
        }
    }

    private static string Text(object? value) => value switch
    {
        null or "" => "—",
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, string> { Count: 0 } => "—",
        IEnumerable<string> several => string.Join(", ", several),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(RunningProgram.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText);

    // "The database … is locked" begins "The database {path} is locked by another program: …".
    private static bool Begins(string sentence, string begin) => Regex.IsMatch(sentence, "^" + string.Join(@"\{[^}]*\}", begin.Split('…').Select(Regex.Escape)));

    private static string Section(string title) => s_page.Split($"## {title}\n")[1].Split("\n## ")[0];

    [GeneratedRegex(@"^\| `(?<name>[\w:]+)` \| (?<default>[^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\| ([^|`-][^|`]*?) \|", RegexOptions.Multiline)]
    private static partial Regex Told();

    [GeneratedRegex("""(?:StartRefusedException\(|StorageStartException\(|=>\s*|return |WriteLine\()\$?"((?:Expected|The|There|PostgreSQL) [^"]*)""")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"EventId = (\d+)")]
    private static partial Regex EventNumber();

    [GeneratedRegex(@"\d{4}")]
    private static partial Regex Number();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
