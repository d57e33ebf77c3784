using System.Numerics;

namespace Orchestrator.Feel.Temporal;

/// <summary>Sums, differences and products of temporal values (DMN 1.5, tables 55 to 58). Null means that the operands do not go together or the result is out of range.</summary>
internal static class TemporalArithmetic
{
    /// <summary>The longest duration in seconds: more than the whole range of years, and far from the limit of the number behind it.</summary>
    public static readonly Int128 SecondsMax = (Int128)1 << 62;

    private static readonly Int128 NanosecondsMax = SecondsMax * FeelTime.NanosecondsPerSecond;

    public static FeelValue? Add(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelDate date, FeelYearMonthDuration months) => date.TryAddMonths(months.Months, out var moved) ? moved : null,
        (FeelDateTime at, FeelYearMonthDuration months) => at.Date.TryAddMonths(months.Months, out var moved) ? at with { Date = moved } : null,
        (FeelDate date, FeelDayTimeDuration span) => AddToDate(date, span.Nanoseconds),
        (FeelDateTime at, FeelDayTimeDuration span) => AddToDateTime(at, span.Nanoseconds),
        (FeelTime time, FeelDayTimeDuration span) => time.AddNanoseconds(span.Nanoseconds),
        (FeelYearMonthDuration first, FeelYearMonthDuration second) => Months((Int128)first.Months + second.Months),
        (FeelDayTimeDuration first, FeelDayTimeDuration second) => Span(first.Nanoseconds + second.Nanoseconds),
        (FeelYearMonthDuration or FeelDayTimeDuration, FeelDate or FeelDateTime or FeelTime) => Add(right, left),
        _ => null,
    };

    public static FeelValue? Subtract(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelDate or FeelDateTime, FeelDate or FeelDateTime) => Difference(left, right),
        (FeelTime first, FeelTime second) => TimeDifference(first, second),
        (_, FeelYearMonthDuration months) => months.Months == long.MinValue || IsDuration(left) && left is not FeelYearMonthDuration ? null : Add(left, new FeelYearMonthDuration(-months.Months)),
        (_, FeelDayTimeDuration span) => Add(left, new FeelDayTimeDuration(-span.Nanoseconds)),
        _ => null,
    };

    private static bool IsDuration(FeelValue value) => value is FeelYearMonthDuration or FeelDayTimeDuration;

    public static FeelValue? Multiply(FeelValue duration, Decimal34 factor)
    {
        if (duration is FeelYearMonthDuration months)
            return Decimal34.Multiply(months.Months, factor)?.Round(0, RoundingRule.Down) is { } product && product.TryToInt64(out var whole) ? new FeelYearMonthDuration(whole) : null;
        return duration is FeelDayTimeDuration span ? Scaled(span, factor) : null;
    }

    private static FeelDayTimeDuration? Scaled(FeelDayTimeDuration span, Decimal34 factor) =>
        Decimal34.From((BigInteger)span.Nanoseconds) is { } nanoseconds && Decimal34.Multiply(nanoseconds, factor) is { } product ? OfNanoseconds(product) : null;

    public static FeelValue? Divide(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelYearMonthDuration months, FeelNumber number) => Decimal34.Divide(months.Months, number.Value)?.Round(0, RoundingRule.Down) is { } part && part.TryToInt64(out var whole)
            ? new FeelYearMonthDuration(whole) : null,
        (FeelDayTimeDuration span, FeelNumber number) =>
            Decimal34.From((BigInteger)span.Nanoseconds) is { } all && Decimal34.Divide(all, number.Value) is { } part ? OfNanoseconds(part) : null,
        (FeelYearMonthDuration first, FeelYearMonthDuration second) => Quotient(first.Months, second.Months),
        (FeelDayTimeDuration first, FeelDayTimeDuration second) => Quotient(first.Nanoseconds, second.Nanoseconds),
        _ => null,
    };

    private static FeelNumber? Quotient(Int128 left, Int128 right) =>
        Decimal34.From((BigInteger)left) is { } one && Decimal34.From((BigInteger)right) is { } other && Decimal34.Divide(one, other) is { } result ? new FeelNumber(result) : null;

    private static FeelDayTimeDuration? OfNanoseconds(Decimal34 nanoseconds)
    {
        if (nanoseconds.Round(0, RoundingRule.Down) is not { } whole || whole.AdjustedExponent > 30) return null;
        var value = whole.ToBigInteger();
        return BigInteger.Abs(value) > (BigInteger)NanosecondsMax ? null : new((Int128)value);
    }

    private static FeelYearMonthDuration? Months(Int128 months) => months > long.MaxValue || months < long.MinValue ? null : new((long)months);

    private static FeelDayTimeDuration? Span(Int128 nanoseconds) => Int128.Abs(nanoseconds) > NanosecondsMax ? null : new(nanoseconds);

    // A date is the midnight that starts it; what is left of a day after the sum does not count (table 57).
    private static FeelDate? AddToDate(FeelDate date, Int128 nanoseconds)
    {
        var midnight = new FeelDateTime(date, FeelTime.Midnight);
        return FeelDateTime.TryFromLocalNanoseconds(midnight.LocalNanoseconds + nanoseconds, null, out var moved) ? moved.Date : null;
    }

    /// <summary>With a named zone the clock shows whole days later at the same hour; hours, minutes and seconds are real time, also where clocks change.</summary>
    private static FeelDateTime? AddToDateTime(FeelDateTime at, Int128 nanoseconds)
    {
        if (at.Zone is not { Info: not null } zone || nanoseconds % FeelTime.NanosecondsPerDay == 0)
            return FeelDateTime.TryFromLocalNanoseconds(at.LocalNanoseconds + nanoseconds, at.Zone?.Earlier, out var moved) ? moved : null;
        var utc = at.UtcNanoseconds(zone) + nanoseconds;
        return Localize(utc, zone);
    }

    /// <summary>The clock of <paramref name="zone"/> at an instant.</summary>
    public static FeelDateTime? Localize(Int128 utcNanoseconds, FeelZone zone)
    {
        if (!FeelDateTime.TryFromLocalNanoseconds(utcNanoseconds, FeelZone.Utc, out var utc)) return null;
        var offset = zone.FixedOffsetSeconds;
        if (offset is null)
        {
            var inside = utc.Date.Year is >= 2 and <= 9998;
            var instant = inside && utc.TryToInstant(TimeZoneInfo.Utc, out var clr) ? clr : new DateTimeOffset(utc.Date.Year < 2 ? 4 : 9996, utc.Date.Month, Math.Min(utc.Date.Day, 28), 0, 0, 0, TimeSpan.Zero);
            offset = (int)zone.Info!.GetUtcOffset(instant).TotalSeconds;
        }
        if (!FeelDateTime.TryFromLocalNanoseconds(utcNanoseconds + (Int128)offset.Value * FeelTime.NanosecondsPerSecond, zone.Earlier, out var local)) return null;
        return local.UtcNanoseconds(zone.Earlier) == utcNanoseconds ? local : local with { Time = local.Time.WithZone(zone.Later) };
    }

    private static FeelDayTimeDuration? Difference(FeelValue left, FeelValue right)
    {
        var first = AsDateTime(left);
        var second = AsDateTime(right);
        if (first.Zone is null != second.Zone is null) return null;
        return first.Zone is null
            ? Span(first.LocalNanoseconds - second.LocalNanoseconds)
            : Span(first.UtcNanoseconds(first.Zone) - second.UtcNanoseconds(second.Zone!));
    }

    /// <summary>A date stands for midnight UTC where a date and time is needed (10.3.2.9.4).</summary>
    public static FeelDateTime AsDateTime(FeelValue value) => value is FeelDate date ? new(date, FeelTime.Midnight.WithZone(FeelZone.Utc)) : (FeelDateTime)value;

    private static FeelDayTimeDuration? TimeDifference(FeelTime left, FeelTime right)
    {
        if (left.Zone is null != right.Zone is null) return null;
        return new((Int128)left.NanosecondOfDay - right.NanosecondOfDay - ((Int128)OffsetOf(left) - OffsetOf(right)) * FeelTime.NanosecondsPerSecond);
    }

    // A time alone has no date; the offset of a named zone is taken at a winter day, which both operands share.
    private static int OffsetOf(FeelTime time) => time.Zone?.OffsetSecondsAt(ReferenceDay, time.NanosecondOfDay) ?? 0;

    private static readonly FeelDate ReferenceDay = FeelDate.Of(1970, 1, 1);

    /// <summary>-1, 0, 1, or null when the two cannot be ordered: one has a zone and the other has not. What is shorter than a millisecond does not count.</summary>
    public static int? Compare(FeelDateTime left, FeelDateTime right)
    {
        if (left.Zone is null != right.Zone is null) return null;
        return left.Zone is null
            ? Milliseconds(left.LocalNanoseconds).CompareTo(Milliseconds(right.LocalNanoseconds))
            : Milliseconds(left.UtcNanoseconds(left.Zone)).CompareTo(Milliseconds(right.UtcNanoseconds(right.Zone!)));
    }

    private static Int128 Milliseconds(Int128 nanoseconds) => nanoseconds >= 0 ? nanoseconds / 1_000_000 : (nanoseconds - 999_999) / 1_000_000;

    public static int? Compare(FeelTime left, FeelTime right)
    {
        if (left.Zone is null != right.Zone is null) return null;
        return Milliseconds(left.NanosecondOfDay - OffsetOf(left) * FeelTime.NanosecondsPerSecond)
            .CompareTo(Milliseconds(right.NanosecondOfDay - OffsetOf(right) * FeelTime.NanosecondsPerSecond));
    }
}
