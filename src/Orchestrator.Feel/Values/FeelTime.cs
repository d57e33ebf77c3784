using System.Globalization;

namespace Orchestrator.Feel;

/// <summary>A time of day to the nanosecond, with or without a zone.</summary>
public sealed record FeelTime : FeelValue
{
    internal const long NanosecondsPerSecond = 1_000_000_000;
    internal const long NanosecondsPerDay = 86_400 * NanosecondsPerSecond;

    internal FeelTime(long nanosecondOfDay, FeelZone? zone)
    {
        NanosecondOfDay = nanosecondOfDay;
        Zone = zone;
    }

    public override string TypeName => "time";

    /// <summary>0 to 86 399 999 999 999.</summary>
    public long NanosecondOfDay { get; }

    /// <summary>Null for a local time.</summary>
    public FeelZone? Zone { get; }

    public int Hour => (int)(NanosecondOfDay / (3600 * NanosecondsPerSecond));
    public int Minute => (int)(NanosecondOfDay / (60 * NanosecondsPerSecond) % 60);
    public int Second => (int)(NanosecondOfDay / NanosecondsPerSecond % 60);
    public int Nanosecond => (int)(NanosecondOfDay % NanosecondsPerSecond);

    public static FeelTime Midnight { get; } = new(0, null);

    public static bool TryCreate(long hour, long minute, long second, long nanosecond, FeelZone? zone, out FeelTime time)
    {
        var good = hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60 && nanosecond is >= 0 and < NanosecondsPerSecond;
        time = good ? new FeelTime(((hour * 60 + minute) * 60 + second) * NanosecondsPerSecond + nanosecond, zone) : null!;
        return good;
    }

    public FeelTime WithZone(FeelZone? zone) => new(NanosecondOfDay, zone);

    /// <summary>Moves the clock round the day, as FEEL's time arithmetic does.</summary>
    internal FeelTime AddNanoseconds(Int128 nanoseconds)
    {
        var sum = (NanosecondOfDay + nanoseconds) % NanosecondsPerDay;
        return new FeelTime((long)(sum < 0 ? sum + NanosecondsPerDay : sum), Zone);
    }

    /// <summary>ISO 8601 with FEEL's zone suffix: <c>10:30:00</c>, <c>10:30:00.5Z</c>, <c>10:30:00@Europe/Rome</c>.</summary>
    public string ToIso()
    {
        var fraction = Nanosecond == 0 ? "" : "." + Nanosecond.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}:{Second:00}{fraction}{Zone}");
    }
}
