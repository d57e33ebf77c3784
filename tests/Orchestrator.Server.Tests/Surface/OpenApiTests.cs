using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orchestrator.Server.Tests.Surface;

/// <summary>The description of the API: the same from one day to the next, valid to others, and worth reading.</summary>
internal sealed class OpenApiTests
{
    // The name of the file beside this test, and of the document in the server.
    private const string GoldenName = "openapi.json";

    private static readonly JsonSerializerOptions s_written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private JsonNode _document = null!;

    [OneTimeSetUp]
    public async Task ReadAsync()
    {
        await using var server = await RunningServer.StartAsync();
        using var client = server.Client(null);
        _document = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/orchestrator.json", UriKind.Relative)))!;
    }

    [Test]
    public void The_description_changes_only_on_purpose() => Golden.Check(_document.ToJsonString(s_written) + "\n", GoldenName);

    [Test]
    [Category("Slow")]
    public async Task A_validator_of_others_finds_it_valid()
    {
        var output = await NodeProgram.RunAsync("openapi-check", ["check.mjs", Golden.PathOf(GoldenName)]);
        Assert.That(output, Does.StartWith("valid OpenAPI 3.1"));
    }

    [Test]
    public void Every_operation_says_what_it_does_who_may_and_how_it_is_refused()
    {
        var wrong = new List<string>();
        foreach (var (name, operation) in Operations()) wrong.AddRange(Wrong(operation).Select(what => $"{name}: {what}"));
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Ids_of_operations_are_unique() => Assert.That(Operations().Select(one => one.Operation["operationId"]!.GetValue<string>()), Is.Unique);

    [Test]
    public void Every_reference_leads_somewhere()
    {
        var broken = All(_document).OfType<JsonObject>().Select(node => node["$ref"]).OfType<JsonValue>().Select(value => value.GetValue<string>()).Distinct()
            .Where(reference => reference[2..].Split('/').Aggregate((JsonNode?)_document, (node, step) => node?[step]) is null);
        Assert.That(broken, Is.Empty);
    }

    [Test]
    public void An_operation_without_a_summary_would_be_seen() => Assert.That(Wrong(JsonNode.Parse("""{ "operationId": "x", "responses": {} }""")!), Does.Contain("no summary"));

    private IEnumerable<(string Name, JsonNode Operation)> Operations() =>
        from path in _document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key is "get" or "post" or "put" or "patch" or "delete"
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value);

    private static IEnumerable<string> Wrong(JsonNode operation)
    {
        if (operation["operationId"] is null) yield return "no operationId";
        if (operation["summary"] is null) yield return "no summary";
        if (operation["description"] is null) yield return "no word about who may";
        if (operation["security"] is null) yield return "no security";
        if (operation["tags"]?.AsArray().Count is not 1) yield return "not one tag";
        var responses = operation["responses"]?.AsObject() ?? [];
        if (!responses.Any(response => response.Key.StartsWith('2'))) yield return "no answer when all is well";
        foreach (var (status, response) in responses)
        {
            if (response!["description"] is null) yield return $"{status} without a description";
            if (status is "200" && response["content"]?.AsObject() is not { Count: > 0 } content) yield return "200 without a shape";
            else if (status is "200" && response["content"]!.AsObject().Any(media => media.Value!["schema"] is null or JsonObject { Count: 0 })) yield return "200 with an empty shape";
            if (status.StartsWith('4') && response["content"]?["application/problem+json"] is null) yield return $"{status} is no problem";
        }
        if (operation["security"] is JsonArray { Count: > 0 } && !responses.ContainsKey("401")) yield return "no 401";
    }

    private static IEnumerable<JsonNode> All(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => All(member.Value)).Prepend(node),
        JsonArray items => items.SelectMany(All).Prepend(node),
        null => [],
        _ => [node],
    };
}
