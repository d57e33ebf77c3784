using System.Globalization;
using System.Text.Json;

namespace Orchestrator.Ui.Text;

/// <summary>One field of a form with its value in words.</summary>
/// <param name="Key">The field's key, as in <c>sessions[0].startAt</c>.</param>
/// <param name="Label">Its label.</param>
/// <param name="Value">Its value as text; empty when it has none.</param>
/// <param name="Required">True when the form asks for it.</param>
public sealed record FormField(string Key, string Label, string Value, bool Required);

/// <summary>
/// A form-js form and its data as a plain list: shown when scripts do not run, when a task is done, and when typed data come
/// back after a conflict. It shows and never validates.
/// </summary>
public static class FormSummary
{
    private const int NestingMax = 10;

    /// <summary>The fields in the order of the schema; without a schema the data's own members. Unreadable JSON gives no fields.</summary>
    public static IReadOnlyList<FormField> Of(string? schemaJson, string? dataJson)
    {
        List<FormField> fields = [];
        try
        {
            using var data = JsonDocument.Parse(string.IsNullOrWhiteSpace(dataJson) ? "{}" : dataJson);
            if (schemaJson is null)
            {
                if (data.RootElement.ValueKind == JsonValueKind.Object)
                    fields.AddRange(data.RootElement.EnumerateObject().Select(member => new FormField(member.Name, member.Name, TextOf(member.Value, null), false)));
                return fields;
            }

            using var schema = JsonDocument.Parse(schemaJson);
            Walk(schema.RootElement, data.RootElement, "", "", 0, fields);
            return fields;
        }
        catch (JsonException)
        {
            return fields;
        }
    }

    private static void Walk(JsonElement parent, JsonElement data, string path, string heading, int depth, List<FormField> fields)
    {
        if (depth > NestingMax || parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty("components", out var components) || components.ValueKind != JsonValueKind.Array)
            return;

        foreach (var component in components.EnumerateArray())
            WalkComponent(component, data, path, heading, depth, fields);
    }

    private static void WalkComponent(JsonElement component, JsonElement data, string path, string heading, int depth, List<FormField> fields)
    {
        var label = Member(component, "label") ?? Member(component, "dateLabel") ?? Member(component, "timeLabel");
        var nested = Member(component, "path");
        switch (Member(component, "type"))
        {
            case "group":
                Walk(component, At(data, nested), Join(path, nested), heading, depth + 1, fields);
                break;
            case "dynamiclist":
                var list = At(data, nested);
                if (list.ValueKind != JsonValueKind.Array)
                    break;
                var index = 0;
                foreach (var row in list.EnumerateArray())
                {
                    Walk(component, row, $"{Join(path, nested)}[{index}]", $"{heading}{label} {index + 1} – ", depth + 1, fields);
                    index++;
                }

                break;
            default:
                if (Member(component, "key") is { } key)
                    fields.Add(new(Join(path, key), heading + (label ?? key), TextOf(At(data, key), component), IsRequired(component)));
                break;
        }
    }

    private static string Join(string path, string? name) =>
        name is null ? path : path.Length == 0 ? name : path + "." + name;

    private static JsonElement At(JsonElement data, string? path)
    {
        foreach (var name in (path ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(name, out data))
                return default;
        }

        return data;
    }

    private static string? Member(JsonElement component, string name) =>
        component.ValueKind == JsonValueKind.Object && component.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static bool IsRequired(JsonElement component) =>
        component.ValueKind == JsonValueKind.Object && component.TryGetProperty("validate", out var validate) && validate.ValueKind == JsonValueKind.Object
        && validate.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True;

    private static string TextOf(JsonElement value, JsonElement? component) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => OptionLabel(component, value) ?? DateText(value.GetString()!),
        JsonValueKind.True => "✓",
        JsonValueKind.False => "–",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(item => TextOf(item, component))),
        _ => OptionLabel(component, value) ?? value.GetRawText(),
    };

    private static string? OptionLabel(JsonElement? component, JsonElement value)
    {
        if (component is not { } field || !field.TryGetProperty("values", out var options) || options.ValueKind != JsonValueKind.Array)
            return null;

        return options.EnumerateArray()
            .Where(option => option.TryGetProperty("value", out var candidate) && candidate.GetRawText() == value.GetRawText())
            .Select(option => Member(option, "label"))
            .FirstOrDefault();
    }

    private static string DateText(string text)
    {
        if (text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Dates.Of(day);

        return text.Length >= 16 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? Dates.Of(instant)
            : text;
    }
}
