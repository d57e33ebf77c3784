using Orchestrator.Feel;

namespace Orchestrator.Hosting.Configuration;

/// <summary>What expressions outside of instances may know of the world: the clock, the zone of terms, the calendars.</summary>
public sealed class FeelWorld(TimeProvider time, TimeZoneInfo zone, FeelCalendars calendars)
{
    public TimeZoneInfo Zone { get; } = zone;

    public FeelCalendars Calendars { get; } = calendars;

    /// <summary>The world at this instant.</summary>
    public FeelEnvironment Now() => At(time.GetUtcNow());

    /// <summary>The world at another instant, with the calendars of today.</summary>
    public FeelEnvironment At(DateTimeOffset instant) => new(instant, Zone, FindZone, Calendars);

    /// <summary>The day in the zone of terms.</summary>
    public DateOnly Today() => DayOf(time.GetUtcNow());

    /// <summary>The day on which an instant falls in the zone of terms.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    private static TimeZoneInfo? FindZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
