namespace Orchestrator.Feel.Temporal;

/// <summary>The properties of temporal values and ranges that a path can read (DMN 1.5, tables 64 and 65).</summary>
internal static class Properties
{
    public static readonly string[] MultiWordNames = ["time offset", "start included", "end included"];

    /// <summary>The property, or null when the value has none of that name.</summary>
    public static FeelValue? Of(FeelValue value, string name) => value switch
    {
        FeelDate date => OfDate(date, name),
        FeelDateTime at => OfDate(at.Date, name) ?? OfTime(at.Time, name, at.Date),
        FeelTime time => OfTime(time, name, null),
        FeelYearMonthDuration months => OfMonths(months, name),
        FeelDayTimeDuration span => OfSpan(span, name),
        FeelRange range => OfRange(range, name),
        _ => null,
    };

    private static FeelNumber Number(Int128 value) => new((long)value);

    private static FeelNumber? OfDate(FeelDate date, string name) => name switch
    {
        "year" => Number(date.Year),
        "month" => Number(date.Month),
        "day" => Number(date.Day),
        "weekday" => Number(date.Weekday),
        _ => null,
    };

    private static FeelValue? OfTime(FeelTime time, string name, FeelDate? date) => name switch
    {
        "hour" => Number(time.Hour),
        "minute" => Number(time.Minute),
        "second" => Seconds(time.Second, time.Nanosecond),
        "time offset" => OffsetOf(time, date),
        "timezone" => time.Zone?.Id is { } id ? new FeelString(id) : FeelNull.Instance,
        _ => null,
    };

    private static FeelValue OffsetOf(FeelTime time, FeelDate? date)
    {
        if (time.Zone is null) return FeelNull.Instance;
        var seconds = date is null ? time.Zone.FixedOffsetSeconds : time.Zone.OffsetSecondsAt(date, time.NanosecondOfDay);
        return seconds is null ? FeelNull.Instance : FeelDayTimeDuration.OfSeconds(seconds.Value);
    }

    private static FeelNumber Seconds(int seconds, int nanoseconds) =>
        new(Decimal34.From(seconds * (System.Numerics.BigInteger)FeelTime.NanosecondsPerSecond + nanoseconds, -9)!.Value.Normalized());

    private static FeelNumber? OfMonths(FeelYearMonthDuration duration, string name) => name switch
    {
        "years" => Number(duration.Months / 12),
        "months" => Number(duration.Months % 12),
        _ => null,
    };

    private static FeelNumber? OfSpan(FeelDayTimeDuration duration, string name)
    {
        var size = duration.Nanoseconds < 0 ? -duration.Nanoseconds : duration.Nanoseconds;
        var sign = duration.Nanoseconds < 0 ? -1 : 1;
        var time = new FeelTime((long)(size % FeelTime.NanosecondsPerDay), null);
        return name switch
        {
            "days" => Number(size / FeelTime.NanosecondsPerDay * sign),
            "hours" => Number(time.Hour * sign),
            "minutes" => Number(time.Minute * sign),
            "seconds" => new(sign < 0 ? -Seconds(time.Second, time.Nanosecond).Value : Seconds(time.Second, time.Nanosecond).Value),
            _ => null,
        };
    }

    private static FeelValue? OfRange(FeelRange range, string name) => name switch
    {
        "start" => range.Start,
        "end" => range.End,
        "start included" => FeelBoolean.Of(range.StartIncluded),
        "end included" => FeelBoolean.Of(range.EndIncluded),
        _ => null,
    };
}
