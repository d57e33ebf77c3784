using System.Collections.Frozen;
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

    /// <summary>What a person would write under a key, where the form's own rules say too little.</summary>
    private static readonly FrozenDictionary<string, string> s_words = new Dictionary<string, string>
    {
        ["cp2021"] = "6.2.1.7.0", ["cp2021Current"] = "6.2.1.7.0", ["proposedCp2021"] = "6.2.1.7.0", ["chosenCp2021"] = "6.2.1.7.0", ["targetProfiles"] = "6.2.1.7.0",
        ["sector"] = "28.22.02", ["municipality"] = "001272", ["employerTaxCode"] = "99990000004", ["tel"] = "011 0000000", ["minutesFile"] = "verbale.pdf", ["file"] = "documento.pdf", ["projectFile"] = "progetto.pdf", ["analysisFile"] = "analisi.pdf",
        ["contract"] = "tempo indeterminato", ["title"] = "Addetto alla produzione", ["basin"] = "15",
    }.ToFrozenDictionary();

    /// <summary>
    /// Values for the components of <paramref name="schema"/>: what the task knows already stays as it is shown, what must have a value and has none gets one.
    /// </summary>
    public static JsonObject Fill(string schema, Func<string, JsonNode?> known, DateTimeOffset now)
    {
        using var form = JsonDocument.Parse(schema);
        var filled = new JsonObject();
        FillAll(form.RootElement, filled, known, now);
        return filled;
    }

    private static void FillAll(JsonElement holder, JsonObject target, Func<string, JsonNode?> known, DateTimeOffset now)
    {
        if (!holder.TryGetProperty("components", out var components)) return;
        foreach (var component in components.EnumerateArray())
            FillOne(component, target, known, now);
    }

    private static void FillOne(JsonElement component, JsonObject target, Func<string, JsonNode?> known, DateTimeOffset now)
    {
        var type = Text(component, "type");
        switch (type)
        {
            case "group" when Text(component, "path") is { Length: > 0 } path:
                FillAll(component, Child(target, path), name => (known(path) as JsonObject)?[name]?.DeepClone(), now);
                return;
            case "group":
                FillAll(component, target, known, now);
                return;
            case "dynamiclist":
                var list = Text(component, "path")!;
                var row = new JsonObject();
                FillAll(component, row, _ => null, now);
                // A list that begins empty may stay so.
                Put(target, list, known(list) as JsonArray ?? (Number(component, "defaultRepetitions") is 0 ? new JsonArray() : new JsonArray(row)));
                return;
        }
        if (Text(component, "key") is not { Length: > 0 } key || IsTrue(component, "disabled") || IsTrue(component, "readonly")) return;
        if (known(key) is { } there) Put(target, key, there);
        else if (component.TryGetProperty("defaultValue", out var given)) Put(target, key, JsonNode.Parse(given.GetRawText()));
        else if (IsRequired(component) && ValueOf(type, component, now) is { } value) Put(target, key, value);
    }

    private static JsonNode? ValueOf(string? type, JsonElement component, DateTimeOffset now) => type switch
    {
        "textfield" when s_words.TryGetValue(Text(component, "key")!, out var word) => word,
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
