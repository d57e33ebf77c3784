using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Tests.Bodies;

/// <summary>
/// Whatever a program sends, the fault is named as its own: every body of every operation is broken at every place in every way below, and no answer is a 5xx or says a
/// word of our inside.
/// </summary>
[Category("Slow")]
internal sealed partial class BrokenBodyTests
{
    // Names of our types or of the framework's would tell the caller nothing and others too much.
    private static readonly string[] Inside = ["System.", "Orchestrator.", "Microsoft.", "   at ", "Exception", "JsonElement", "SQLite", "Npgsql"];

    private RunningServer _server = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _server = await RunningServer.StartAsync();
        await _server.AddAccountAsync("all", [Roles.Admin, Roles.Supervisor, Roles.Worker, Roles.Designer, Roles.Auditor], ["apl"]);
        _client = _server.Client("all");
        await _server.DeployAsync(SampleBodies.Process);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Test]
    public void Every_operation_with_a_body_has_a_sample_here()
    {
        var mapped = _server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/v2", StringComparison.Ordinal) || endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal))
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => $"{method} {endpoint.RoutePattern.RawText}"))
            .Where(name => !name.StartsWith("GET", StringComparison.Ordinal) && !name.StartsWith("DELETE", StringComparison.Ordinal) && !SampleBodies.WithoutBody.Contains(name));
        Assert.That(mapped, Is.EquivalentTo(SampleBodies.All.Select(sample => sample.Route)));
    }

    [TestCaseSource(typeof(SampleBodies), nameof(SampleBodies.All))]
    public async Task A_broken_body_is_the_fault_of_its_sender_and_named(SampleBody sample)
    {
        var tried = 0;
        foreach (var broken in Broken(sample.Body).Concat(Texts(sample.Body)))
        {
            // A sound request without a time to wait would wait for a job.
            if (sample.Route.EndsWith("/jobs/activation", StringComparison.Ordinal) && Waits().IsMatch(broken)) continue;
            tried++;
            using var request = new HttpRequestMessage(new HttpMethod(sample.Method), sample.Address) { Content = new StringContent(broken, Encoding.UTF8, "application/json") };
            using var answer = await _client.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.That((int)answer.StatusCode, Is.LessThan(500), $"{broken}\n{text}");
            if ((int)answer.StatusCode >= 400) Assert.That(Inside.Where(word => text.Contains(word, StringComparison.Ordinal)), Is.Empty, $"{broken}\n{text}");
        }
        Assert.That(tried, Is.GreaterThan(10));
    }

    [TestCase("text/plain", 415)]
    [TestCase("application/xml", 415)]
    [TestCase(null, 415)]
    public async Task A_body_of_another_type_is_refused_as_such(string? type, int expected)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        if (type is not null) content.Headers.ContentType = new(type);
        using var answer = await _client.PostAsync(new Uri("/v2/jobs/activation", UriKind.Relative), content);
        var (status, body) = await answer.ReadAsync();
        Assert.That(status, Is.EqualTo(expected), body.ToString());
    }

    [TestCase("/v2/process-instances/abc", "processInstanceKey")]
    [TestCase("/v2/process-instances/-1", "processInstanceKey")]
    [TestCase("/v2/process-instances/99999999999999999999", "processInstanceKey")]
    [TestCase("/api/instances/abc/history", "key")]
    [TestCase("/api/cases?limit=many", "limit")]
    [TestCase("/api/cases?state=Sleeping", "state")]
    [TestCase("/api/instances/1048576/history?from=x", "from")]
    public async Task A_value_in_an_address_that_cannot_be_read_is_named(string address, string field)
    {
        var (status, body) = await (await _client.GetAsync(new Uri(address, UriKind.Relative))).ReadAsync();
        Assert.That((status, body.GetProperty("errors")[0].Text("field")), Is.EqualTo((400, field)), body.ToString());
    }

    [GeneratedRegex("\"worker\"(?!.*\"requestTimeout\")|\"requestTimeout\":(null|9)")]
    private static partial Regex Waits();

    // Each place of the body in turn becomes something else, or is gone.
    private static IEnumerable<string> Broken(string body)
    {
        string[] others = ["null", "true", "-1", "99999999999999999999", "1e400", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "[null]", "{}", "{\"$in\":[null]}", "{\"$gte\":\"x\"}", "{\"$eq\":{}}", $"\"{new string('x', 70_000)}\""];
        foreach (var path in PathsOf(JsonNode.Parse(body)!, []))
        {
            foreach (var other in others) yield return With(body, path, other);
            if (path.Count > 0) yield return With(body, path, null);
        }
    }

    private static IEnumerable<string> Texts(string body) =>
    [
        "", " ", "{", body[..^1], body + body, "{\"a\":1,\"a\":2}", "\uFEFF" + body, new string('[', 5000), $"{{\"x\":{new string('{', 500)}", "/* no */" + body, "NaN",
    ];

    private static IEnumerable<IReadOnlyList<object>> PathsOf(JsonNode node, IReadOnlyList<object> at)
    {
        yield return at;
        IEnumerable<(object Step, JsonNode? Child)> children = node switch
        {
            JsonObject members => members.Select(member => ((object)member.Key, member.Value)),
            JsonArray items => items.Select((item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var (step, child) in children)
            foreach (var path in PathsOf(child!, [.. at, step])) yield return path;
    }

    // The other value is written in as text: some of them are no values that a node could hold.
    private static string With(string body, IReadOnlyList<object> path, string? other)
    {
        const string Mark = "\"the place\"";
        if (path.Count == 0) return other!;
        var root = JsonNode.Parse(body)!;
        var parent = path.SkipLast(1).Aggregate(root, (node, step) => step is string name ? node[name]! : node[(int)step]!);
        switch (path[^1], other)
        {
            case (string name, null): parent.AsObject().Remove(name); break;
            case (string name, _): parent[name] = "the place"; break;
            case (int index, null): parent.AsArray().RemoveAt(index); break;
            case (int index, _): parent[index] = "the place"; break;
            default: throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No step {path[^1]}."));
        }
        return root.ToJsonString().Replace(Mark, other, StringComparison.Ordinal);
    }
}
