using System.Globalization;

namespace Orchestrator.Feel;

/// <summary>The zone of a time or a date and time: a fixed offset from UTC, or a zone of the IANA data base whose offset depends on the date.</summary>
public sealed class FeelZone : IEquatable<FeelZone>
{
    private readonly int _offsetSeconds;
    private readonly TimeZoneInfo? _info;

    private readonly bool _later;

    private FeelZone(string? id, TimeZoneInfo? info, int offsetSeconds, bool later = false)
    {
        Id = id;
        _info = info;
        _offsetSeconds = offsetSeconds;
        _later = later;
    }

    public static FeelZone Utc { get; } = new(null, null, 0);

    /// <summary>The IANA name, or null for a fixed offset.</summary>
    public string? Id { get; }

    /// <summary>The rules of a named zone, or null for a fixed offset.</summary>
    public TimeZoneInfo? Info => _info;

    /// <param name="seconds">Seconds east of UTC, less than a day either way.</param>
    public static FeelZone OfOffset(int seconds) => seconds == 0 ? Utc : new(null, null, seconds);

    public static FeelZone OfZone(TimeZoneInfo zone) => new(zone.Id, zone, 0);

    /// <param name="id">The name as it was written, which is kept.</param>
    /// <param name="zone">The rules of that zone.</param>
    public static FeelZone OfZone(string id, TimeZoneInfo zone) => new(id, zone, 0);

    /// <summary>This zone, for a local time that clocks show twice, with the second of the two meant. Text does not tell them apart: read back, it is the first.</summary>
    internal FeelZone Later => _info is null || _later ? this : new(Id, _info, 0, later: true);

    /// <summary>This zone with the first of two equal local times meant.</summary>
    internal FeelZone Earlier => _later ? new(Id, _info, 0) : this;

    /// <summary>Seconds east of UTC when the clocks of the zone show this local time. In the hour that is skipped in spring the offset before it, in the hour that is repeated in autumn the first one, unless the second is meant.</summary>
    public int OffsetSecondsAt(FeelDate date, long nanosecondOfDay)
    {
        if (_info is null) return _offsetSeconds;
        var local = ToClr(date, nanosecondOfDay);
        if (_info.IsInvalidTime(local))
            return (int)_info.GetUtcOffset(local.AddHours(-3)).TotalSeconds;
        if (_info.IsAmbiguousTime(local))
        {
            var offsets = _info.GetAmbiguousTimeOffsets(local);
            return (int)(_later ? offsets.Min() : offsets.Max()).TotalSeconds;
        }
        return (int)_info.GetUtcOffset(local).TotalSeconds;
    }

    /// <summary>The offset when no date is known: of a named zone none.</summary>
    public int? FixedOffsetSeconds => _info is null ? _offsetSeconds : null;

    private static DateTime ToClr(FeelDate date, long nanosecondOfDay)
    {
        // Outside .NET's years the rules of the nearest year inside, of the same leap kind, stand in.
        var year = date.Year is >= 2 and <= 9998 ? date.Year : FeelDate.IsLeapYear(date.Year) ? (date.Year < 2 ? 4 : 9996) : (date.Year < 2 ? 5 : 9998);
        return new DateTime(year, date.Month, date.Day, 0, 0, 0, DateTimeKind.Unspecified).AddTicks(nanosecondOfDay / 100);
    }

    public bool Equals(FeelZone? other) => other is not null && other.Id == Id && other._offsetSeconds == _offsetSeconds && other._later == _later;

    public override bool Equals(object? obj) => Equals(obj as FeelZone);

    public override int GetHashCode() => HashCode.Combine(Id, _offsetSeconds);

    /// <summary>As it stands behind a time: <c>Z</c>, <c>+02:00</c>, <c>@Europe/Rome</c>.</summary>
    public override string ToString()
    {
        if (Id is not null) return "@" + Id;
        if (_offsetSeconds == 0) return "Z";
        var size = Math.Abs(_offsetSeconds);
        var seconds = size % 60 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{size % 60:00}");
        return string.Create(CultureInfo.InvariantCulture, $"{(_offsetSeconds < 0 ? '-' : '+')}{size / 3600:00}:{size / 60 % 60:00}{seconds}");
    }
}
