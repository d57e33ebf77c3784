using System.Globalization;

namespace Orchestrator.Letters.Calendar;

/// <summary>
/// Writes an iCalendar object (RFC 5545) for mail (RFC 6047): METHOD:REQUEST or CANCEL, times in Europe/Rome with the zone's rules beside them, an alarm
/// one day before.
/// </summary>
public static class InvitationWriter
{
    private const string Zone = "Europe/Rome";

    /// <summary>The METHOD of <paramref name="invitation"/>, also a parameter of the mail part that carries it.</summary>
    public static string MethodOf(Invitation invitation) => invitation.Cancelled ? "CANCEL" : "REQUEST";

    /// <summary>The whole object, lines ended by CRLF.</summary>
    public static string Write(Invitation invitation)
    {
        var text = new CalendarText()
            .Raw("BEGIN", "VCALENDAR")
            .Raw("VERSION", "2.0")
            .Raw("PRODID", "-//Orchestrator//Orchestrator//IT")
            .Raw("CALSCALE", "GREGORIAN")
            .Raw("METHOD", MethodOf(invitation));
        WriteZone(text);
        WriteEvent(text, invitation);
        return text.Raw("END", "VCALENDAR").ToString();
    }

    private static void WriteEvent(CalendarText text, Invitation invitation)
    {
        text.Raw("BEGIN", "VEVENT")
            .Raw("UID", invitation.Uid)
            .Raw("SEQUENCE", invitation.Sequence.ToString(CultureInfo.InvariantCulture))
            .Raw("DTSTAMP", invitation.Stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture))
            .Raw($"DTSTART;TZID={Zone}", Local(invitation.StartsAt))
            .Raw($"DTEND;TZID={Zone}", Local(invitation.StartsAt + invitation.Length))
            .Text("SUMMARY", invitation.Summary)
            .Text("LOCATION", invitation.Location)
            .Text("DESCRIPTION", invitation.Description)
            .Raw("STATUS", invitation.Cancelled ? "CANCELLED" : "CONFIRMED")
            .Raw("ORGANIZER", "mailto:" + invitation.Organizer)
            .Raw($"ATTENDEE;CN={CalendarText.Quoted(invitation.AttendeeName)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE", "mailto:" + invitation.Attendee);
        if (!invitation.Cancelled)
        {
            text.Raw("BEGIN", "VALARM")
                .Raw("ACTION", "DISPLAY")
                .Text("DESCRIPTION", invitation.Summary)
                .Raw("TRIGGER", "-P1D")
                .Raw("END", "VALARM");
        }
        text.Raw("END", "VEVENT");
    }

    // The rules of the European Union since 1996: last Sundays of March and October at 01:00 UTC.
    private static void WriteZone(CalendarText text) => text
        .Raw("BEGIN", "VTIMEZONE")
        .Raw("TZID", Zone)
        .Raw("BEGIN", "DAYLIGHT")
        .Raw("TZNAME", "CEST")
        .Raw("TZOFFSETFROM", "+0100")
        .Raw("TZOFFSETTO", "+0200")
        .Raw("DTSTART", "19960331T020000")
        .Raw("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
        .Raw("END", "DAYLIGHT")
        .Raw("BEGIN", "STANDARD")
        .Raw("TZNAME", "CET")
        .Raw("TZOFFSETFROM", "+0200")
        .Raw("TZOFFSETTO", "+0100")
        .Raw("DTSTART", "19961027T030000")
        .Raw("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
        .Raw("END", "STANDARD")
        .Raw("END", "VTIMEZONE");

    private static string Local(DateTimeOffset instant) => RomeTime.LocalOf(instant).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
