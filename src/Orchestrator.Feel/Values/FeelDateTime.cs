namespace Orchestrator.Feel;

/// <summary>A day and a time of that day. Without a zone it is a local time of nowhere in particular, and stays so until someone names the zone.</summary>
public sealed record FeelDateTime(FeelDate Date, FeelTime Time) : FeelValue
{
    public override string TypeName => "date and time";

    public FeelZone? Zone => Time.Zone;

    /// <summary>The same instant as a .NET value. A date and time without zone is taken in <paramref name="local"/>; false outside the years 1 to 9999.</summary>
    public bool TryToInstant(TimeZoneInfo local, out DateTimeOffset instant)
    {
        instant = default;
        if (Date.Year is < 1 or > 9999) return false;
        var zone = Zone ?? FeelZone.OfZone(local);
        var utcTicks = (UtcNanoseconds(zone) - UnixEpochNanoseconds) / 100;
        if (utcTicks < 0 || utcTicks > DateTime.MaxValue.Ticks) return false;
        instant = new DateTimeOffset((long)utcTicks, TimeSpan.Zero);
        return true;
    }

    /// <summary>The clock of <paramref name="zone"/> at an instant; the zone is kept by its name.</summary>
    public static FeelDateTime At(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var named = FeelZone.OfZone(zone);
        var date = FeelDate.Of(DateOnly.FromDateTime(local.DateTime));
        var nanosecond = local.TimeOfDay.Ticks * 100;
        var first = named.OffsetSecondsAt(date, nanosecond) == (int)local.Offset.TotalSeconds;
        return new(date, new FeelTime(nanosecond, first ? named : named.Later));
    }

    // Ticks count from 0001-01-01, nanoseconds here from 1970-01-01.
    private static readonly Int128 UnixEpochNanoseconds = -(Int128)DateTime.UnixEpoch.Ticks * 100;

    /// <summary>Nanoseconds since 1970-01-01 on the local clock.</summary>
    internal Int128 LocalNanoseconds => (Int128)Date.DayNumber * FeelTime.NanosecondsPerDay + Time.NanosecondOfDay;

    /// <summary>Nanoseconds since 1970-01-01T00:00Z when this local time is read in <paramref name="zone"/>.</summary>
    internal Int128 UtcNanoseconds(FeelZone zone) =>
        LocalNanoseconds - (Int128)zone.OffsetSecondsAt(Date, Time.NanosecondOfDay) * FeelTime.NanosecondsPerSecond;

    internal static bool TryFromLocalNanoseconds(Int128 nanoseconds, FeelZone? zone, out FeelDateTime value)
    {
        value = null!;
        var day = nanoseconds / FeelTime.NanosecondsPerDay;
        var rest = nanoseconds % FeelTime.NanosecondsPerDay;
        if (rest < 0)
        {
            day--;
            rest += FeelTime.NanosecondsPerDay;
        }
        if (day > long.MaxValue || day < long.MinValue + 1 || !FeelDate.TryFromDayNumber((long)day, out var date)) return false;
        value = new FeelDateTime(date, new FeelTime((long)rest, zone));
        return true;
    }

    /// <summary>ISO 8601 with FEEL's zone suffix: <c>2019-12-24T10:30:00@Europe/Rome</c>.</summary>
    public string ToIso() => $"{Date.ToIso()}T{Time.ToIso()}";
}
