using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orchestrator.Hosting.Demo;

/// <summary>
/// Fills a form as a person in a hurry would: what must be filled is, with the first value that its own rule allows; what may stay empty does. Decisions are the script's.
/// </summary>
internal static class FormFiller
{
    private const int DaysAhead = 3;

    /// <summary>Values for the components of <paramref name="schema"/> that must have one.</summary>
    public static JsonObject Fill(string schema, DateTimeOffset now)
    {
        using var form = JsonDocument.Parse(schema);
        var filled = new JsonObject();
        FillAll(form.RootElement, filled, now);
        return filled;
    }

    private static void FillAll(JsonElement holder, JsonObject target, DateTimeOffset now)
    {
        if (!holder.TryGetProperty("components", out var components)) return;
        foreach (var component in components.EnumerateArray())
            FillOne(component, target, now);
    }

    private static void FillOne(JsonElement component, JsonObject target, DateTimeOffset now)
    {
        var type = Text(component, "type");
        switch (type)
        {
            case "group":
                FillAll(component, Text(component, "path") is { Length: > 0 } path ? Child(target, path) : target, now);
                return;
            case "dynamiclist":
                var row = new JsonObject();
                FillAll(component, row, now);
                // A list that begins empty may stay so.
                Put(target, Text(component, "path")!, Number(component, "defaultRepetitions") is 0 ? new JsonArray() : new JsonArray(row));
                return;
        }
        if (Text(component, "key") is not { Length: > 0 } key || IsTrue(component, "disabled") || IsTrue(component, "readonly")) return;
        if (component.TryGetProperty("defaultValue", out var given)) Put(target, key, JsonNode.Parse(given.GetRawText()));
        else if (IsRequired(component) && ValueOf(type, component, now) is { } value) Put(target, key, value);
    }

    private static JsonNode? ValueOf(string? type, JsonElement component, DateTimeOffset now) => type switch
    {
        "textfield" => Text(Validation(component), "validationType") switch
        {
            "email" => "ufficio@example.invalid",
            "phone" => "011 0000000",
            _ => "Testo",
        },
        "textarea" => "Testo",
        "number" => JsonValue.Create(Number(Validation(component), "min") is { } min and > 0 ? min : 1),
        "checkbox" => true,
        "radio" or "select" => FirstOption(component),
        "checklist" or "taglist" => FirstOption(component) is { } one ? new JsonArray(one) : null,
        "datetime" => Instant(component, now),
        _ => null,
    };

    private static JsonNode? FirstOption(JsonElement component) =>
        component.TryGetProperty("values", out var values) && values.GetArrayLength() > 0 ? JsonNode.Parse(values[0].GetProperty("value").GetRawText()) : null;

    private static JsonValue Instant(JsonElement component, DateTimeOffset now)
    {
        var rome = TimeZoneInfo.ConvertTime(now, DemoCalendar.Rome);
        return Text(component, "subtype") == "date"
            ? JsonValue.Create(rome.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : JsonValue.Create(DemoCalendar.Text(DemoCalendar.WorkingDay(now, DaysAhead, 10)));
    }

    /// <summary>Writes at a path such as <c>plan.sessions</c>.</summary>
    public static void Put(JsonObject target, string path, JsonNode? value)
    {
        var parts = path.Split('.');
        foreach (var part in parts[..^1]) target = Child(target, part);
        target[parts[^1]] = value;
    }

    private static JsonObject Child(JsonObject target, string name)
    {
        if (target[name] is JsonObject there) return there;
        var made = new JsonObject();
        target[name] = made;
        return made;
    }

    private static JsonElement Validation(JsonElement component) => component.TryGetProperty("validate", out var validate) ? validate : default;

    private static bool IsRequired(JsonElement component) => IsTrue(Validation(component), "required");

    private static bool IsTrue(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static decimal? Number(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;
}
