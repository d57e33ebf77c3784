using Orchestrator.Feel.Temporal;

namespace Orchestrator.Feel.Builtins;

/// <summary>Conversion functions (DMN 1.5, 10.3.4.1) and <c>not</c> (10.3.4.2).</summary>
internal static class ConversionFunctions
{
    public static void Register(BuiltinTable.Rows rows)
    {
        rows.Add("not(negand: any)", call => call[0] is FeelBoolean value ? FeelBoolean.Of(!value.Value)
            : call[0].IsNull ? FeelNull.Instance : call.Warn(FeelDescriptors.NotBoolean, "not", call[0].TypeName));
        rows.Add("string(from: any)", call => call[0].IsNull ? FeelNull.Instance : call.OfText(FeelText.Of(call[0])));
        rows.Add("number(from: string, grouping separator?: string|null, decimal separator?: string|null)", Number);
        rows.Add("number(from: number)", call => call[0]);
        rows.Add("@(text: string)", call => TemporalText.TryParseAny(call.Text(0), call.Frame.Environment.Zones, out var value)
            ? value : call.Warn(FeelDescriptors.UnknownZone, call.Text(0)[(call.Text(0).IndexOf('@', StringComparison.Ordinal) + 1)..]));
        rows.Add("date(from: string)", call => TemporalText.TryParseDate(call.Text(0), out var date) ? date : call.BadText("a date", call.Text(0)));
        rows.Add("date(from: date and time)", call => ((FeelDateTime)call[0]).Date);
        rows.Add("date(year: number, month: number, day: number)", Date);
        rows.Add("time(from: string)", call => TemporalText.TryParseTime(call.Text(0), call.Frame.Environment.Zones, out var time)
            ? time : call.BadText("a time", call.Text(0)));
        rows.Add("time(from: time|date and time)", call => call[0] is FeelDateTime at ? at.Time : call[0]);
        rows.Add("time(hour: number, minute: number, second: number, offset?: days and time duration|null)", Time);
        rows.Add("date and time(from: string)", call => TemporalText.TryParseDateTime(call.Text(0), call.Frame.Environment.Zones, out var at)
            ? at : call.BadText("a date and time", call.Text(0)));
        rows.Add("date and time(from: date and time)", call => call[0]);
        rows.Add("date and time(date: date|date and time, time: time)", call => new FeelDateTime(call.Date(0), (FeelTime)call[1]));
        rows.Add("date and time(date: date and time, timezone: string)", ToZone);
        rows.Add("date and time(year: number, month: number, day: number, hour: number, minute: number, second: number, offset?: days and time duration|null)", DateTimeOfParts);
        rows.Add("date and time(year: number, month: number, day: number, hour: number, minute: number, second: number, timezone: string)", DateTimeOfParts);
        rows.Add("duration(from: string)", call => TemporalText.TryParseDuration(call.Text(0), out var duration) ? duration : call.BadText("a duration", call.Text(0)));
        rows.Add("duration(from: years and months duration|days and time duration)", call => call[0]);
        rows.Add("years and months duration(from: date|date and time, to: date|date and time)", MonthsBetween);
    }

    private static FeelValue Number(Invocation call)
    {
        var text = call.Text(0);
        var grouping = call.Has(1) ? call.Text(1) : "";
        var point = call.Has(2) ? call.Text(2) : ".";
        if (grouping is not ("" or " " or "," or ".")) return call.BadText("a grouping separator ' ', ',' or '.'", grouping);
        if (point is not ("." or ",") || point == grouping) return call.BadText("a decimal separator '.' or ',' that is not the grouping separator", point);
        if (grouping.Length > 0) text = text.Replace(grouping, "", StringComparison.Ordinal);
        if (point == ",")
        {
            if (text.Contains('.', StringComparison.Ordinal)) return call.BadText("a number", call.Text(0));
            text = text.Replace(',', '.');
        }
        return Decimal34.TryParse(text, out var number) ? new FeelNumber(number) : call.BadText("a number", call.Text(0));
    }

    private static FeelValue Date(Invocation call) =>
        call.Number(0).TryToInt64(out var year) && call.Number(1).TryToInt64(out var month) && call.Number(2).TryToInt64(out var day)
        && FeelDate.TryCreate(year, month, day, out var date)
            ? date
            : call.BadText("a day of the calendar", $"{call.Number(0)}-{call.Number(1)}-{call.Number(2)}");

    private static FeelValue Time(Invocation call)
    {
        FeelZone? zone = null;
        if (call.Has(3))
        {
            if (OffsetOf((FeelDayTimeDuration)call[3]) is not { } offset) return call.BadText("an offset of at most 14 hours", call[3].ToString());
            zone = offset;
        }
        return TimeOf(call, 0, zone) ?? call.BadText("a time of day", $"{call.Number(0)}:{call.Number(1)}:{call.Number(2)}");
    }

    private static FeelTime? TimeOf(Invocation call, int first, FeelZone? zone)
    {
        if (!call.Number(first).TryToInt64(out var hour) || !call.Number(first + 1).TryToInt64(out var minute)) return null;
        var second = call.Number(first + 2);
        if (second.IsNegative || second >= 60 || second.Round(9, RoundingRule.Down) is not { } seconds) return null;
        var whole = seconds.Round(0, RoundingRule.Floor)!.Value;
        var fraction = Decimal34.Multiply(Decimal34.Subtract(seconds, whole)!.Value, 1_000_000_000)!.Value;
        return whole.TryToInt64(out var clock) && fraction.TryToInt64(out var nanosecond) && FeelTime.TryCreate(hour, minute, clock, nanosecond, zone, out var time) ? time : null;
    }

    private static FeelZone? OffsetOf(FeelDayTimeDuration duration)
    {
        var seconds = duration.Nanoseconds / FeelTime.NanosecondsPerSecond;
        return Int128.Abs(seconds) <= 14 * 3600 && duration.Nanoseconds % FeelTime.NanosecondsPerSecond == 0 ? FeelZone.OfOffset((int)seconds) : null;
    }

    private static FeelValue DateTimeOfParts(Invocation call)
    {
        FeelZone? zone = null;
        if (call.Has(6) && call[6] is FeelDayTimeDuration duration)
        {
            zone = OffsetOf(duration);
            if (zone is null) return call.BadText("an offset of at most 14 hours", duration.ToString());
        }
        else if (call.Has(6))
        {
            if (call.Frame.Environment.Zones(call.Text(6)) is not { } info) return call.Warn(FeelDescriptors.UnknownZone, call.Text(6));
            zone = FeelZone.OfZone(call.Text(6), info);
        }
        if (Date(call) is not FeelDate date) return FeelNull.Instance;
        return TimeOf(call, 3, zone) is { } time ? new FeelDateTime(date, time) : call.BadText("a time of day", $"{call.Number(3)}:{call.Number(4)}:{call.Number(5)}");
    }

    /// <summary>The same instant on another zone's clock; a date and time without zone is taken to be in that zone.</summary>
    private static FeelValue ToZone(Invocation call)
    {
        var at = (FeelDateTime)call[0];
        if (call.Frame.Environment.Zones(call.Text(1)) is not { } info) return call.Warn(FeelDescriptors.UnknownZone, call.Text(1));
        var zone = FeelZone.OfZone(call.Text(1), info);
        if (at.Zone is null) return at with { Time = at.Time.WithZone(zone) };
        return TemporalArithmetic.Localize(at.UtcNanoseconds(at.Zone), zone) ?? call.NoResult("the date is outside FEEL's range of years");
    }

    private static FeelYearMonthDuration MonthsBetween(Invocation call)
    {
        var from = call[0] is FeelDateTime start ? start : new FeelDateTime((FeelDate)call[0], FeelTime.Midnight);
        var to = call[1] is FeelDateTime end ? end : new FeelDateTime((FeelDate)call[1], FeelTime.Midnight);
        var months = (to.Date.Year - (long)from.Date.Year) * 12 + to.Date.Month - from.Date.Month;
        var rest = (to.Date.Day, to.Time.NanosecondOfDay).CompareTo((from.Date.Day, from.Time.NanosecondOfDay));
        // Only whole months count, towards zero.
        if (months > 0 && rest < 0) months--;
        if (months < 0 && rest > 0) months++;
        return new(months);
    }
}
