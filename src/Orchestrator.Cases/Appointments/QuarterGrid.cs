using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Appointments;

/// <summary>The grid on which appointments begin and end, in the zone of the programme.</summary>
internal static class QuarterGrid
{
    /// <summary>Minutes between two lines of the grid.</summary>
    public const int Minutes = 15;

    private const int AppointmentMinutesMax = 8 * 60;
    private static readonly TimeZoneInfo s_rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>The instant of a wall clock in Rome. In the hour that summer time skips it is the one the clock jumps to.</summary>
    public static DateTimeOffset InstantOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (s_rome.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, s_rome.GetUtcOffset(local));
    }

    /// <summary>The wall clock in Rome.</summary>
    public static DateTime LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, s_rome).DateTime;

    /// <summary>The starts of the quarters from <paramref name="from"/> for <paramref name="minutes"/>.</summary>
    public static IEnumerable<DateTimeOffset> Quarters(DateTimeOffset from, int minutes) => Enumerable.Range(0, minutes / Minutes).Select(n => from.AddMinutes(n * Minutes));

    /// <summary>The quarters that anything between <paramref name="from"/> and <paramref name="to"/> touches.</summary>
    public static IEnumerable<DateTimeOffset> Touched(DateTimeOffset from, DateTimeOffset to)
    {
        var ticks = TimeSpan.FromMinutes(Minutes).Ticks;
        for (var at = new DateTimeOffset(from.UtcTicks - (from.UtcTicks % ticks), TimeSpan.Zero); at < to; at = at.AddMinutes(Minutes))
            yield return at;
    }

    /// <summary>The quarters that an appointment takes.</summary>
    public static IEnumerable<DateTimeOffset> Of(AppointmentRequest request) => Touched(request.StartsAt, request.StartsAt.AddMinutes(request.DurationMinutes));

    /// <summary>Refuses a length that nobody can have in a day.</summary>
    public static void CheckLength(int minutes)
    {
        if (minutes is < 1 or > AppointmentMinutesMax)
            throw new RegistryRefusedException(RefusalCode.Invalid, FormattableString.Invariant($"Expected a length from 1 to {AppointmentMinutesMax} minutes, but found {minutes}."));
    }

    /// <summary>Refuses a length that is no multiple of a quarter, or longer than a working day.</summary>
    public static void CheckMinutes(int minutes)
    {
        if (minutes < Minutes || minutes > AppointmentMinutesMax || minutes % Minutes != 0)
            throw new RegistryRefusedException(RefusalCode.Invalid, FormattableString.Invariant($"Expected a length in quarters of an hour from {Minutes} to {AppointmentMinutesMax} minutes, but found {minutes}."));
    }
}
