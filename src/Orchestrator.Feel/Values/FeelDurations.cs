using System.Globalization;
using System.Text;

namespace Orchestrator.Feel;

/// <summary>A duration of whole months: <c>P1Y2M</c>.</summary>
public sealed record FeelYearMonthDuration(long Months) : FeelValue
{
    public override string TypeName => "years and months duration";

    /// <summary>ISO 8601, normalised: <c>P1Y2M</c>, <c>-P3M</c>, <c>P0M</c>.</summary>
    public string ToIso()
    {
        if (Months == 0) return "P0M";
        var size = UInt128.CreateChecked(Months < 0 ? -(Int128)Months : Months);
        var text = new StringBuilder(Months < 0 ? "-P" : "P");
        if (size >= 12) text.Append(CultureInfo.InvariantCulture, $"{size / 12}Y");
        if (size % 12 != 0) text.Append(CultureInfo.InvariantCulture, $"{size % 12}M");
        return text.ToString();
    }
}

/// <summary>A duration of days, hours, minutes and seconds, to the nanosecond: <c>P30D</c>, <c>PT1H30M</c>. A day in it is 24 hours.</summary>
public sealed record FeelDayTimeDuration(Int128 Nanoseconds) : FeelValue
{
    public static FeelDayTimeDuration Zero { get; } = new((Int128)0);

    public override string TypeName => "days and time duration";

    public static FeelDayTimeDuration OfDays(long days) => new((Int128)days * FeelTime.NanosecondsPerDay);

    public static FeelDayTimeDuration OfSeconds(long seconds) => new((Int128)seconds * FeelTime.NanosecondsPerSecond);

    /// <summary>False for durations longer than .NET's TimeSpan holds. Less than 100 nanoseconds are cut off.</summary>
    public bool TryToTimeSpan(out TimeSpan span)
    {
        var ticks = Nanoseconds / 100;
        var fits = ticks >= long.MinValue && ticks <= long.MaxValue;
        span = fits ? new TimeSpan((long)ticks) : default;
        return fits;
    }

    /// <summary>ISO 8601, normalised: <c>P1DT2H</c>, <c>-PT0.5S</c>, <c>PT0S</c>.</summary>
    public string ToIso()
    {
        if (Nanoseconds == 0) return "PT0S";
        var size = Nanoseconds < 0 ? -Nanoseconds : Nanoseconds;
        var text = new StringBuilder(Nanoseconds < 0 ? "-P" : "P");
        var days = size / FeelTime.NanosecondsPerDay;
        var rest = (long)(size % FeelTime.NanosecondsPerDay);
        if (days > 0) text.Append(CultureInfo.InvariantCulture, $"{days}D");
        if (rest == 0) return text.ToString();
        text.Append('T');
        var time = new FeelTime(rest, null);
        if (time.Hour > 0) text.Append(CultureInfo.InvariantCulture, $"{time.Hour}H");
        if (time.Minute > 0) text.Append(CultureInfo.InvariantCulture, $"{time.Minute}M");
        if (time.Second == 0 && time.Nanosecond == 0) return text.ToString();
        var fraction = time.Nanosecond == 0 ? "" : "." + time.Nanosecond.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        return text.Append(CultureInfo.InvariantCulture, $"{time.Second}{fraction}S").ToString();
    }
}
