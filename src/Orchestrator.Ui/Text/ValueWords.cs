using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
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

    // Where the catalogue has words for codes that stand in data; a code means the same in every datum.
    private static readonly string[] CodeFamilies = ["value", "pathway", "outcome", "workerState", "workerStatus"];

    // The localizer keeps each name that it was asked for: a text of a case, which may be about a person, is never one of them.
    private static readonly FrozenSet<string> Keys = new ResourceManager(typeof(Words)).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
        .Cast<DictionaryEntry>().Select(entry => (string)entry.Key).ToFrozenSet();

    // The text is drawn by Razor, which encodes it for HTML; inside it an «è» stays an «è».
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A variable's name in the page's language; one that the catalogue does not know is shown as it is.</summary>
    public static string NameOf(IStringLocalizer<Words> words, string name) => words.Known($"variable.{name}") ?? name;

    /// <summary>
    /// A JSON value for reading: dates and instants as the office writes them, yes and no, one line for each member and item, members
    /// by their names in words, codes that the catalogue knows (<c>NOT_BOOKED</c>, <c>p2</c>) in words beside the code. Text that is not JSON is shown as it is.
    /// </summary>
    public static string Read(IStringLocalizer<Words> words, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
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
        JsonValueKind.String => InWords(words, value.GetString()!) ?? Dated(value.GetString()!),
        _ => value.GetRawText(),
    };

    // Words that say no more than the code are left out.
    private static string? InWords(IStringLocalizer<Words> words, string code) =>
        CodeFamilies.Select(family => $"{family}.{code}").FirstOrDefault(Keys.Contains) is { } key && words[key].Value is var known && !known.Equals(code, StringComparison.OrdinalIgnoreCase)
            ? $"{known} ({code})"
            : null;

    private static string Dated(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Dates.Of(day);
        return text.Length >= 16 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? Dates.Of(instant)
            : text;
    }
}
