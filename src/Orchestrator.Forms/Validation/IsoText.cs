using System.Globalization;
using System.Text.RegularExpressions;
using Orchestrator.Feel;
using Orchestrator.Forms.Components;

namespace Orchestrator.Forms.Validation;

/// <summary>Dates and times as a browser sends them (seconds may be missing), completed to ISO 8601 with seconds so that expressions can read them.</summary>
internal static partial class IsoText
{
    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"^(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?<second>:[0-9]{2})?(\.[0-9]{1,9})?(?<offset>Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    /// <summary>The completed text, or null when the value is not what the field asks for.</summary>
    public static FeelString? Normal(DateTimeField field, FeelValue value)
    {
        if (value is not FeelString { Value: var text }) return null;
        var divider = text.IndexOf('T', StringComparison.Ordinal);
        var normal = field.Kind switch
        {
            TemporalKind.Date => IsDay(text) ? text : null,
            TemporalKind.Time => ClockOf(text, field.WithOffset),
            _ when divider > 0 && IsDay(text[..divider]) && ClockOf(text[(divider + 1)..], field.WithOffset) is { } clock => $"{text[..divider]}T{clock}",
            _ => null,
        };
        return normal is null ? null : new FeelString(normal);
    }

    private static bool IsDay(string text)
    {
        var match = Day().Match(text);
        return match.Success && FeelDate.TryCreate(Part(match, "year"), Part(match, "month"), Part(match, "day"), out _);
    }

    private static string? ClockOf(string text, bool withOffset)
    {
        var match = Clock().Match(text);
        if (!match.Success || match.Groups["offset"].Success != withOffset) return null;
        var second = match.Groups["second"].Success ? match.Groups["second"].Value : ":00";
        if (!FeelTime.TryCreate(Part(match, "hour"), Part(match, "minute"), int.Parse(second.AsSpan(1), CultureInfo.InvariantCulture), 0, null, out _)) return null;
        return $"{match.Groups["hour"].Value}:{match.Groups["minute"].Value}{second}{match.Groups["offset"].Value}";
    }

    private static int Part(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
}
