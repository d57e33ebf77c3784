using System.Globalization;
using System.Text.RegularExpressions;

namespace Orchestrator.Feel.Temporal;

/// <summary>Reads dates, times and durations in the forms of ISO 8601 that XML Schema part 2 allows, and FEEL's zone suffix <c>@Europe/Rome</c>.</summary>
internal static partial class TemporalText
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(?<sign>-?)(?<year>[1-9][0-9]{4,8}|[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})\z", Plain)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(\.(?<fraction>[0-9]+))?(?<zone>Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?|@.+)?\z", Plain)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"^(?<sign>-?)P(?=[0-9])((?<years>[0-9]+)Y)?((?<months>[0-9]+)M)?\z", Plain)]
    private static partial Regex MonthsPattern();

    [GeneratedRegex(@"^(?<sign>-?)P(?=[0-9T])((?<days>[0-9]+)D)?(T(?=[0-9])((?<hours>[0-9]+)H)?((?<minutes>[0-9]+)M)?((?<seconds>[0-9]+)(\.(?<fraction>[0-9]*))?S)?)?\z", Plain)]
    private static partial Regex DaysPattern();

    [GeneratedRegex(@"^P(?<weeks>[0-9]{1,9})W\z", Plain)]
    private static partial Regex WeeksPattern();

    /// <summary>True for a time or a date and time with a named zone.</summary>
    public static bool NamesZone(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1
        && (TryParseTime(text[..at], null, out _) || TryParseDateTime(text[..at], null, out _));

    /// <summary>Any temporal value without a named zone.</summary>
    public static bool TryParseAny(string text, out FeelValue value) => TryParseAny(text, null, out value);

    public static bool TryParseAny(string text, Func<string, TimeZoneInfo?>? zones, out FeelValue value)
    {
        value = FeelNull.Instance;
        if (TryParseDate(text, out var date)) value = date;
        else if (TryParseTime(text, zones, out var time)) value = time;
        else if (text.Contains('T', StringComparison.Ordinal) && TryParseDateTime(text, zones, out var dateTime)) value = dateTime;
        else if (TryParseDuration(text, out var duration)) value = duration;
        return !value.IsNull;
    }

    public static bool TryParseDate(string text, out FeelDate date)
    {
        date = null!;
        var match = DatePattern().Match(text);
        if (!match.Success) return false;
        var year = Number(match, "year");
        return FeelDate.TryCreate(match.Groups["sign"].Length > 0 ? -year : year, Number(match, "month"), Number(match, "day"), out date);
    }

    /// <param name="zones">Looks up a named zone; without it such a time is not read.</param>
    public static bool TryParseTime(string text, Func<string, TimeZoneInfo?>? zones, out FeelTime time)
    {
        time = null!;
        var match = TimePattern().Match(text);
        if (!match.Success || !TryParseZone(match.Groups["zone"].Value, zones, out var zone)) return false;
        return FeelTime.TryCreate(Number(match, "hour"), Number(match, "minute"), Number(match, "second"), Fraction(match), zone, out time);
    }

    public static bool TryParseDateTime(string text, Func<string, TimeZoneInfo?>? zones, out FeelDateTime value)
    {
        value = null!;
        var divider = text.IndexOf('T', StringComparison.Ordinal);
        if (divider < 0)
        {
            if (!TryParseDate(text, out var day)) return false;
            value = new FeelDateTime(day, FeelTime.Midnight);
            return true;
        }
        if (!TryParseDate(text[..divider], out var date)) return false;
        var clock = text[(divider + 1)..];
        // 24:00:00 is the midnight that ends the day (XML Schema part 2, 3.2.7).
        if (clock.StartsWith("24:00:00", StringComparison.Ordinal))
        {
            if (!TryParseTime("00" + clock[2..], zones, out var midnight) || midnight.NanosecondOfDay != 0 || !date.TryAddDays(1, out var next)) return false;
            value = new FeelDateTime(next, midnight);
            return true;
        }
        if (!TryParseTime(clock, zones, out var time)) return false;
        value = new FeelDateTime(date, time);
        return true;
    }

    public static bool TryParseDuration(string text, out FeelValue duration)
    {
        duration = FeelNull.Instance;
        if (MonthsPattern().Match(text) is { Success: true } months) return TryMonths(months, out duration);
        if (DaysPattern().Match(text) is { Success: true } days) return TryDays(days, out duration);
        if (WeeksPattern().Match(text) is not { Success: true } weeks) return false;
        duration = FeelDayTimeDuration.OfDays(7 * Number(weeks, "weeks"));
        return true;
    }

    private static bool TryMonths(Match match, out FeelValue duration)
    {
        duration = FeelNull.Instance;
        if (!TryLong(match, "years", out var years) || !TryLong(match, "months", out var months)) return false;
        var total = (Int128)years * 12 + months;
        if (total > long.MaxValue) return false;
        duration = new FeelYearMonthDuration(match.Groups["sign"].Length > 0 ? -(long)total : (long)total);
        return true;
    }

    private static bool TryDays(Match match, out FeelValue duration)
    {
        duration = FeelNull.Instance;
        if (!TryLong(match, "days", out var days) || !TryLong(match, "hours", out var hours)
            || !TryLong(match, "minutes", out var minutes) || !TryLong(match, "seconds", out var seconds)) return false;
        var total = (((Int128)days * 24 + hours) * 60 + minutes) * 60 + seconds;
        if (total > TemporalArithmetic.SecondsMax) return false;
        var nanoseconds = total * FeelTime.NanosecondsPerSecond + Fraction(match);
        duration = new FeelDayTimeDuration(match.Groups["sign"].Length > 0 ? -nanoseconds : nanoseconds);
        return true;
    }

    /// <summary>A zone as it stands behind a time: nothing, Z, an offset of at most 14 hours, or @ and a name.</summary>
    public static bool TryParseZone(string text, Func<string, TimeZoneInfo?>? zones, out FeelZone? zone)
    {
        zone = null;
        if (text.Length == 0) return true;
        if (text == "Z")
        {
            zone = FeelZone.Utc;
            return true;
        }
        if (text[0] == '@')
        {
            var name = text[1..];
            if (zones?.Invoke(name) is not { } info) return false;
            zone = FeelZone.OfZone(name, info);
            return true;
        }
        var parts = text[1..].Split(':').Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        var seconds = parts[0] * 3600 + parts[1] * 60 + (parts.Length > 2 ? parts[2] : 0);
        if (parts[1] > 59 || seconds > 14 * 3600) return false;
        zone = FeelZone.OfOffset(text[0] == '-' ? -seconds : seconds);
        return true;
    }

    private static long Number(Match match, string group) => long.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool TryLong(Match match, string group, out long value)
    {
        value = 0;
        return !match.Groups[group].Success || long.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    // Digits behind the ninth are below the resolution of these types and are cut off.
    private static long Fraction(Match match)
    {
        var group = match.Groups["fraction"];
        if (group.Length == 0) return 0;
        var digits = group.Value.Length > 9 ? group.Value[..9] : group.Value.PadRight(9, '0');
        return long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
