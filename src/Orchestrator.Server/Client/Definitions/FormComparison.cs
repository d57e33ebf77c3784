using System.Text.Json;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>What differs between two forms, field by field.</summary>
internal static class FormComparison
{
    // Where a field stands in the grid of the editor is no property of the form as people see it.
    private static readonly HashSet<string> s_silent = ["id", "components", "layout", "exporter", "schemaVersion", "executionPlatform", "executionPlatformVersion"];

    /// <summary>A form that is not there, or is no JSON, has no fields.</summary>
    public static IReadOnlyList<PartChange> Between(string? before, string? after) => PartComparison.Between(PartsOf(before), PartsOf(after));

    private static List<ComparedPart> PartsOf(string? text)
    {
        var parts = new List<ComparedPart>();
        if (text is null) return parts;
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object) AddFields(document.RootElement, null, parts);
        }
        catch (JsonException)
        {
            return [];
        }
        return parts;
    }

    private static void AddFields(JsonElement parent, string? place, List<ComparedPart> parts)
    {
        if (!parent.TryGetProperty("components", out var components) || components.ValueKind != JsonValueKind.Array) return;
        foreach (var field in components.EnumerateArray().Where(field => field.ValueKind == JsonValueKind.Object))
        {
            var properties = new Dictionary<(string, string?), string>();
            Flatten(field, "", properties);
            var name = Text(field, "label") ?? Text(field, "text") ?? Text(field, "key");
            parts.Add(new("field", Text(field, "id") ?? Text(field, "key") ?? name ?? "", name, place, properties));
            AddFields(field, name ?? place, parts);
        }
    }

    private static void Flatten(JsonElement element, string path, Dictionary<(string, string?), string> into)
    {
        foreach (var property in element.EnumerateObject().Where(property => path.Length > 0 || !s_silent.Contains(property.Name)))
        {
            var inside = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (property.Value.ValueKind == JsonValueKind.Object) Flatten(property.Value, inside, into);
            else if (property.Value.ValueKind == JsonValueKind.Array) into[(inside, null)] = string.Join(", ", property.Value.EnumerateArray().Select(Shown));
            else into[(inside, null)] = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
        }
    }

    // An option of a list is told by its words.
    private static string Shown(JsonElement entry) => entry.ValueKind == JsonValueKind.Object && Text(entry, "label") is { } label ? label : entry.ToString();

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
