namespace Orchestrator.Feel;

/// <summary>Everything that an expression can learn about the world: one instant, the zone in which terms are counted, the rules of zones, and calendars.</summary>
/// <param name="Now">The only clock: <c>now()</c> and <c>today()</c> answer it in <paramref name="Zone"/>.</param>
/// <param name="Zone">Europe/Rome for the programme's terms.</param>
/// <param name="Zones">The rules of an IANA zone, or null when there is none of that name.</param>
/// <param name="Calendars">Holidays and working days by name.</param>
public sealed record FeelEnvironment(DateTimeOffset Now, TimeZoneInfo Zone, Func<string, TimeZoneInfo?> Zones, FeelCalendars Calendars)
{
    public FeelDateTime LocalNow => FeelDateTime.At(Now, Zone);
}
