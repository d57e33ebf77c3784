using System.Globalization;

namespace Orchestrator.Hosting.Demo;

/// <summary>When scripted people act: on working days at ten and at three in the afternoon, Europe/Rome, so that a batch of work shares an instant.</summary>
internal static class DemoCalendar
{
    private static readonly int[] s_hours = [10, 15];

    public static TimeZoneInfo Rome { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>The first moment of action that is not before <paramref name="instant"/>.</summary>
    public static DateTimeOffset NextSlot(DateTimeOffset instant)
    {
        for (var day = Day(instant); ; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            foreach (var hour in s_hours)
                if (At(day, hour) is var slot && slot >= instant) return slot;
        }
    }

    /// <summary>The working day that is <paramref name="days"/> working days (Monday to Friday) after the day of <paramref name="from"/>, at an hour.</summary>
    public static DateTimeOffset WorkingDay(DateTimeOffset from, int days, int hour)
    {
        var day = Day(from);
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }
        return At(day, hour);
    }

    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Rome).DateTime);

    public static DateTimeOffset At(DateOnly day, int hour)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        return new(local, Rome.GetUtcOffset(local));
    }

    /// <summary>ISO 8601 with the offset of Rome.</summary>
    public static string Text(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Rome).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
