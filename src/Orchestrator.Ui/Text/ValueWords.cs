using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace Orchestrator.Ui.Text;

/// <summary>Names and values of variables as people read them.</summary>
public static class ValueWords
{
    private const int OneLineMax = 60;
    private const int Indent = 2;

    // The text is drawn by Razor, which encodes it for HTML; inside it an «è» stays an «è».
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A variable's name in the page's language; one that the catalogue does not know is shown as it is.</summary>
    public static string NameOf(IStringLocalizer<Words> words, string name) => words.Known($"variable.{name}") ?? name;

    /// <summary>
    /// A JSON value for reading: dates and instants as the office writes them, yes and no, one line for each member and item, members
    /// by their names in words. Text that is not JSON is shown as it is.
    /// </summary>
    /// <param name="name">Of what it is the value: one of its codes that the catalogue knows (<c>pathway.p2</c>) is shown in words beside the code.</param>
    public static string Read(IStringLocalizer<Words> words, string json, string? name = null)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement is { ValueKind: JsonValueKind.String } code && words.Known($"{name}.{code.GetString()}") is { } known)
                return $"{known} ({code.GetString()})";
            var text = new StringBuilder();
            Write(words, document.RootElement, 0, text);
            return text.ToString().Trim('\n');
        }
        catch (JsonException)
        {
            return json;
        }
    }

    /// <summary>A JSON value for editing: still JSON, indented when it is long, a text without quotes. Text that is not JSON is shown as it is.</summary>
    public static string Of(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var value = document.RootElement;
            if (value.ValueKind == JsonValueKind.String)
                return value.GetString()!;

            var line = JsonSerializer.Serialize(value, OneLine);
            return line.Length <= OneLineMax ? line : JsonSerializer.Serialize(value, Indented);
        }
        catch (JsonException)
        {
            return json;
        }
    }

    private static void Write(IStringLocalizer<Words> words, JsonElement value, int depth, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    WriteEntry(words, NameOf(words, member.Name) + ": ", member.Value, depth, text);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    WriteEntry(words, "– ", item, depth, text);
                if (value.GetArrayLength() == 0)
                    text.Append(words["value.none"].Value);
                break;
            default:
                text.Append(Simple(words, value));
                break;
        }
    }

    private static void WriteEntry(IStringLocalizer<Words> words, string head, JsonElement value, int depth, StringBuilder text)
    {
        text.Append('\n').Append(' ', depth * Indent).Append(head);
        Write(words, value, depth + 1, text);
    }

    private static string Simple(IStringLocalizer<Words> words, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => words["value.yes"],
        JsonValueKind.False => words["value.no"],
        JsonValueKind.Null => words["value.none"],
        JsonValueKind.String => Dated(value.GetString()!),
        _ => value.GetRawText(),
    };

    private static string Dated(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Dates.Of(day);
        return text.Length >= 16 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? Dates.Of(instant)
            : text;
    }
}
