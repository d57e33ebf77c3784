using System.Globalization;

namespace Orchestrator.Ui.Text;

/// <summary>Dates and instants as people of the office read them: Europe/Rome, day before month.</summary>
public static class Dates
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>03/11/2026.</summary>
    public static string Of(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>03/11/2026 in Rome.</summary>
    public static string ShortDay(DateTimeOffset instant) => Of(DayOf(instant));

    /// <summary>03/11/2026 09:05 in Rome.</summary>
    public static string Of(DateTimeOffset instant) =>
        InRome(instant).ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>03/11/2026 09:05:07 in Rome, for histories.</summary>
    public static string Exact(DateTimeOffset instant) =>
        InRome(instant).ToString("dd'/'MM'/'yyyy HH':'mm':'ss", CultureInfo.InvariantCulture);

    /// <summary>martedì 3 novembre 2026, in the page's language.</summary>
    public static string InWords(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>The instant for a <c>datetime</c> attribute.</summary>
    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The day for a <c>datetime</c> or <c>value</c> attribute.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The calendar day of an instant in Rome.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(InRome(instant).DateTime);

    /// <summary>
    /// The day on which something due at this instant must be done. A term is due at 00:00:00 of the day after its last day
    /// (the last day counts whole), so midnight belongs to the day before.
    /// </summary>
    public static DateOnly DueDay(DateTimeOffset due)
    {
        var local = InRome(due);
        var day = DateOnly.FromDateTime(local.DateTime);
        return local.TimeOfDay == TimeSpan.Zero ? day.AddDays(-1) : day;
    }

    /// <summary>The midnight that closes a day in Rome, at which what is due on that day is due.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => At(day.AddDays(1), TimeOnly.MinValue);

    /// <summary>This hour of a day in Rome.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        return new(local, Rome.GetUtcOffset(local));
    }

    /// <summary>22/12/2026 24:00: midnight is said as the end of the day that it closes, because until then there is time.</summary>
    public static string DueInWords(DateTimeOffset due) =>
        InRome(due).TimeOfDay == TimeSpan.Zero ? Of(DueDay(due)) + " 24:00" : Of(due);

    private static DateTimeOffset InRome(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Rome);
}
