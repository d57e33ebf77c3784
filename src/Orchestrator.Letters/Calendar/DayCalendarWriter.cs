using System.Globalization;

namespace Orchestrator.Letters.Calendar;

/// <summary>Writes a calendar of whole days (RFC 5545, METHOD:PUBLISH) that other programs fetch again and again (RFC 7986). An alarm comes at nine in the morning of the day before.</summary>
public static class DayCalendarWriter
{
    private const string LookAgainAfter = "PT1H";

    /// <summary>The whole object, lines ended by CRLF.</summary>
    public static string Write(string name, IEnumerable<DayEntry> entries)
    {
        var text = new CalendarText()
            .Raw("BEGIN", "VCALENDAR")
            .Raw("VERSION", "2.0")
            .Raw("PRODID", "-//Orchestrator//Orchestrator//IT")
            .Raw("CALSCALE", "GREGORIAN")
            .Raw("METHOD", "PUBLISH")
            .Text("NAME", name)
            .Text("X-WR-CALNAME", name)
            .Raw("REFRESH-INTERVAL;VALUE=DURATION", LookAgainAfter)
            .Raw("X-PUBLISHED-TTL", LookAgainAfter);
        foreach (var entry in entries) WriteEntry(text, entry);
        return text.Raw("END", "VCALENDAR").ToString();
    }

    private static void WriteEntry(CalendarText text, DayEntry entry)
    {
        var stamp = entry.Stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        text.Raw("BEGIN", "VEVENT")
            .Raw("UID", entry.Uid)
            .Raw("SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture))
            .Raw("DTSTAMP", stamp)
            .Raw("LAST-MODIFIED", stamp)
            .Raw("DTSTART;VALUE=DATE", Of(entry.Day))
            .Raw("DTEND;VALUE=DATE", Of(entry.Day.AddDays(1)))
            .Text("SUMMARY", entry.Summary)
            .Raw("STATUS", entry.Cancelled ? "CANCELLED" : "CONFIRMED")
            .Raw("TRANSP", "TRANSPARENT");
        if (entry.Url is { } url) text.Raw("URL", url.AbsoluteUri);
        if (!entry.Cancelled)
        {
            text.Raw("BEGIN", "VALARM")
                .Raw("ACTION", "DISPLAY")
                .Text("DESCRIPTION", entry.Summary)
                .Raw("TRIGGER", "-PT15H")
                .Raw("END", "VALARM");
        }
        text.Raw("END", "VEVENT");
    }

    private static string Of(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
