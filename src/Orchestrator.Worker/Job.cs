using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orchestrator.Worker;

/// <summary>One attempt of a job, as its handler sees it.</summary>
public sealed record Job(long Key, string Type, int Attempt, DateTimeOffset Deadline, long ProcessInstanceKey, string ProcessId, string ElementId, JsonObject Input, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The input variable <paramref name="name"/> as text.</summary>
    /// <exception cref="JobInputException">It is missing or no text: the attempt fails with that sentence.</exception>
    public string RequiredText(string name) =>
        Input[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : throw new JobInputException($"Expected the input '{name}' to be a text, but found {Describe(Input[name])}.");

    /// <summary>The input variable <paramref name="name"/> as text, or null when it is missing or null.</summary>
    public string? OptionalText(string name) => Input[name] is null ? null : RequiredText(name);

    /// <summary>The input variable <paramref name="name"/> as a list.</summary>
    /// <exception cref="JobInputException">It is missing or no list.</exception>
    public JsonArray RequiredList(string name) =>
        Input[name] as JsonArray ?? throw new JobInputException($"Expected the input '{name}' to be a list, but found {Describe(Input[name])}.");

    private static string Describe(JsonNode? node) => node is null ? "nothing" : $"a {node.GetValueKind()}";
}
