using System.Text.Json;
using Orchestrator.Feel;

namespace Orchestrator.Server.Requests;

/// <summary>Variables between JSON and FEEL.</summary>
internal static class VariableJson
{
    private static readonly JsonElement s_empty = JsonDocument.Parse("{}").RootElement;

    /// <summary>A JSON object as a context; nothing and null are the empty one.</summary>
    /// <exception cref="InvalidRequestException">Not an object, or a value that is too deep or too large.</exception>
    public static FeelContext Read(JsonElement? json, string field)
    {
        if (json is not { } element || element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return FeelContext.Empty;
        if (element.ValueKind != JsonValueKind.Object) throw new InvalidRequestException(field, $"Expected a JSON object in {field}, but found {element.ValueKind}.");
        var text = element.GetRawText();
        StoredText.CheckJson(text, field);
        return FeelJson.TryRead(text, out var value, out var problem)
            ? (FeelContext)value
            : throw new InvalidRequestException(field, $"Expected variables in {field} that can be kept, but: {problem}");
    }

    /// <summary>A JSON text that must be an object.</summary>
    /// <exception cref="InvalidRequestException">Not JSON, or not an object.</exception>
    public static FeelContext Read(string json, string field)
    {
        StoredText.CheckJson(json, field);
        return FeelJson.TryRead(json, out var value, out var problem)
            ? value as FeelContext ?? throw new InvalidRequestException(field, $"Expected a JSON object in {field}.")
            : throw new InvalidRequestException(field, $"Expected JSON in {field}, but: {problem}");
    }

    public static JsonElement Write(FeelValue value)
    {
        if (value is FeelContext { Count: 0 }) return s_empty;
        using var document = JsonDocument.Parse(FeelJson.WriteUtf8(value));
        return document.RootElement.Clone();
    }
}
