using System.Collections.Immutable;
using System.Text.Json;
using Orchestrator.Diagnostics;
using Orchestrator.Feel.Temporal;

namespace Orchestrator.Feel;

/// <summary>
/// Reads calendars from a JSON document such as
/// <c>{"calendars": [{"name": "office", "version": "torino-2027.1", "basedOn": "legal", "saturdayIsHoliday": true,
/// "yearly": [{"day": "06-24", "name": "San Giovanni", "englishName": "Saint John", "fromYear": 2020}], "easterOffsets": [1], "closed": ["2027-08-16"]}]}</c>.
/// <c>basedOn</c> takes over the holidays of one of the calendars given beside the document or of an earlier one in it.
/// </summary>
public static class CalendarReader
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The calendars of <paramref name="known"/> with those of the document added or put in their place; null when the document has an error.</summary>
    public static (FeelCalendars? Calendars, ImmutableArray<Diagnostic> Diagnostics) Read(SourceText source, FeelCalendars known)
    {
        var reading = new Reading(source);
        try
        {
            using var document = JsonDocument.Parse(source.Text, Options);
            var calendars = reading.All(document.RootElement, known);
            return (reading.Problems.Count == 0 ? calendars : null, [.. reading.Problems]);
        }
        catch (JsonException broken)
        {
            var place = source.OffsetOf(new Position((int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1));
            return (null, [new Diagnostic(FeelDescriptors.BadCalendar, source, new TextSpan(place, 0), null, "a JSON document", "text that is none")]);
        }
    }

    private sealed class Reading(SourceText source)
    {
        public List<Diagnostic> Problems { get; } = [];

        public FeelCalendars All(JsonElement root, FeelCalendars known)
        {
            foreach (var one in Items(root, "calendars", "the document"))
                if (Calendar(one, known) is { } calendar) known = known.With(calendar);
            return known;
        }

        private FeelCalendar? Calendar(JsonElement element, FeelCalendars known)
        {
            if (Text(element, "name", "a calendar") is not { } name || Text(element, "version", $"calendar '{name}'") is not { } version) return null;
            FeelCalendar? based = null;
            if (element.TryGetProperty("basedOn", out var other) && !known.TryGet(other.ToString(), out based)) Report($"a known calendar as 'basedOn' of calendar '{name}'", other);
            var where = $"calendar '{name}'";
            return new FeelCalendar(
                name,
                version,
                [.. based?.Yearly ?? [], .. Items(element, "yearly", where).Select(Yearly).OfType<YearlyHoliday>()],
                [.. based?.EasterOffsets ?? [], .. Items(element, "easterOffsets", where).Select(Offset).OfType<int>()],
                [.. based?.Closed ?? [], .. Items(element, "closed", where).Select(Closed).OfType<FeelDate>()],
                element.TryGetProperty("saturdayIsHoliday", out var saturday) ? saturday.ValueKind == JsonValueKind.True : based?.SaturdayIsHoliday ?? false);
        }

        private YearlyHoliday? Yearly(JsonElement element)
        {
            if (Text(element, "day", "a yearly holiday") is not { } day) return null;
            // A leap year, so that 29 February may be a holiday.
            if (!TemporalText.TryParseDate($"2024-{day}", out var date))
            {
                Report("a day of the year such as 06-24", element.GetProperty("day"));
                return null;
            }
            return new YearlyHoliday(date.Month, date.Day, Name(element, "name") ?? day, Year(element, "fromYear"), Year(element, "untilYear"))
            {
                EnglishName = Name(element, "englishName"),
            };
        }

        private static string? Name(JsonElement element, string property) => element.TryGetProperty(property, out var name) ? name.ToString() : null;

        private int? Year(JsonElement element, string property)
        {
            if (!element.TryGetProperty(property, out var year)) return null;
            if (year.ValueKind == JsonValueKind.Number && year.TryGetInt32(out var number)) return number;
            Report($"a year as '{property}'", year);
            return null;
        }

        private int? Offset(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var days) && Math.Abs(days) < 200) return days;
            Report("a number of days from Easter Sunday", element);
            return null;
        }

        private FeelDate? Closed(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.String && TemporalText.TryParseDate(element.GetString()!, out var date)) return date;
            Report("a date such as 2027-08-16", element);
            return null;
        }

        private JsonElement[] Items(JsonElement element, string property, string where)
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                Report($"an object for {where}", element);
                return [];
            }
            if (!element.TryGetProperty(property, out var list)) return [];
            if (list.ValueKind == JsonValueKind.Array) return [.. list.EnumerateArray()];
            Report($"a list as '{property}' of {where}", list);
            return [];
        }

        private string? Text(JsonElement element, string property, string where)
        {
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } value)
                return value;
            Report($"a text as '{property}' of {where}", element);
            return null;
        }

        // A JSON element does not know its place; its own text does, when it stands once in the document.
        private void Report(string expected, JsonElement found)
        {
            var raw = found.GetRawText();
            var place = Math.Max(0, source.Text.IndexOf(raw, StringComparison.Ordinal));
            Problems.Add(new Diagnostic(FeelDescriptors.BadCalendar, source, new TextSpan(place, raw.Length), null, expected, raw.Length > 60 ? raw[..60] + "…" : raw));
        }
    }
}
