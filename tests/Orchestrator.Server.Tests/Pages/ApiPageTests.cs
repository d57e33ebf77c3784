using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Client;
using Orchestrator.Server.Tests.Kill;

namespace Orchestrator.Server.Tests.Pages;

/// <summary>
/// Every request of <c>docs/api.md</c> is sent, in the order of the page, and its answer must be the one that the page shows. Keys, instants and trace ids differ from run
/// to run; whatever else differs is a difference. <c>UPDATE_GOLDEN=1</c> writes the answers into the page.
/// </summary>
internal sealed partial class ApiPageTests
{
    private static readonly string s_path = Path.Combine(RunningProgram.Root, "docs", "api.md");
    private static readonly JsonSerializerOptions s_written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Test]
    public async Task Every_request_of_the_page_gets_the_answer_that_the_page_shows()
    {
        await using var server = await RunningServer.StartAsync();
        await server.AddAccountAsync("reader", [Roles.Admin, Roles.Supervisor, Roles.Worker], ["office"]);
        using var client = server.Client("reader");
        await DeployAsync(client);
        var page = await File.ReadAllTextAsync(s_path);
        var known = new Dictionary<string, string>();
        var written = page;
        var sent = 0;
        foreach (Match example in Examples().Matches(page))
        {
            var answer = await SendAsync(client, example.Groups["request"].Value, known);
            sent++;
            written = written.Replace(example.Value, example.Value.Replace($"```http\n{example.Groups["answer"].Value}```", $"```http\n{answer}```", StringComparison.Ordinal), StringComparison.Ordinal);
            if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") != "1") Assert.That(Still(answer), Is.EqualTo(Still(example.Groups["answer"].Value)), example.Groups["request"].Value);
        }
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") await File.WriteAllTextAsync(s_path, written);
        Assert.That(sent, Is.GreaterThan(15));
    }

    [Test]
    public void The_handler_on_the_page_is_one_that_compiles()
    {
        var source = File.ReadAllText(Path.Combine(RunningProgram.Root, "tests", "Orchestrator.Server.Tests", "Pages", "CheckStock.cs"));
        Assert.That(File.ReadAllText(s_path), Does.Contain("```csharp\n" + source[source.IndexOf("internal sealed class", StringComparison.Ordinal)..] + "```"));
    }

    [Test]
    public void The_messages_of_the_bus_stand_on_the_page_with_their_fields()
    {
        var page = File.ReadAllText(s_path);
        var contracts = typeof(JobOffered).Assembly.GetTypes().Where(type => type.Namespace == typeof(JobOffered).Namespace && type.IsDefined(typeof(ContractAttribute), false)).ToList();
        Assert.That(contracts, Has.Count.EqualTo(6));
        foreach (var contract in contracts)
        {
            var fields = string.Join(", ", contract.GetConstructors().Single(constructor => constructor.GetParameters().Length > 1).GetParameters().Select(parameter => $"`{parameter.Name}`"));
            Assert.That(page, Does.Match($@"(?m)^\| `{contract.Name}` \| [^|]+ \| {Regex.Escape(fields)} \|$"));
        }
    }

    private static async Task DeployAsync(HttpClient client)
    {
        using var form = new MultipartFormDataContent();
        foreach (var name in (string[])["order.bpmn", "order-approve.form"])
            form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(RunningProgram.Root, "docs", "examples", "order", name))), "resources", name);
        using var answer = await client.PostAsync(new Uri("/v2/deployments", UriKind.Relative), form);
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), await answer.Content.ReadAsStringAsync());
    }

    // "POST /path", headers, an empty line, a body; {name} stands for the last value of that name in an answer before.
    private static async Task<string> SendAsync(HttpClient client, string example, Dictionary<string, string> known)
    {
        var parts = example.TrimEnd('\n').Split("\n\n", 2);
        var lines = parts[0].Split('\n');
        var (method, path) = (lines[0].Split(' ')[0], Placeholder().Replace(lines[0].Split(' ')[1], match => known[match.Groups[1].Value]));
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var header in lines.Skip(1)) request.Headers.Add(header.Split(": ")[0], header.Split(": ")[1]);
        if (parts.Length > 1) request.Content = new StringContent(parts[1], Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (text.Length == 0) return $"{(int)answer.StatusCode} {answer.ReasonPhrase}\n";
        var json = JsonNode.Parse(text)!;
        Learn(json, known);
        return $"{(int)answer.StatusCode} {answer.ReasonPhrase}\n\n{json.ToJsonString(s_written)}\n";
    }

    private static void Learn(JsonNode? node, Dictionary<string, string> known)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    if (value is JsonValue leaf && leaf.TryGetValue<string>(out var text)) known[name] = text;
                    Learn(value, known);
                }
                break;
            case JsonArray items:
                foreach (var item in items) Learn(item, known);
                break;
        }
    }

    private static string Still(string answer) => Milliseconds().Replace(Moving().Replace(answer, "\"…\""), ": 0");

    [GeneratedRegex("```http\n(?<request>(?:GET|POST|PUT|PATCH|DELETE) .*?)```\n\n```http\n(?<answer>\\d{3}.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"""(\d{5,}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[^""]*|00-[0-9a-f]{32}-[0-9a-f]{16}-\d\d|/v2/[^""]*\d{5,}[^""]*)""")]
    private static partial Regex Moving();

    [GeneratedRegex(@": \d{12,}")]
    private static partial Regex Milliseconds();
}
