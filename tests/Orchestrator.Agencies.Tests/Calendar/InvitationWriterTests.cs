using System.Text;
using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Letters.Calendar;

namespace Orchestrator.Agencies.Tests.Calendar;

internal sealed class InvitationWriterTests
{
    private static readonly Invitation s_invitation = new(
        "S1.PW-1@orchestrator", 2, false, new DateTimeOffset(2026, 3, 12, 9, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 30, 8, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(120),
        "Incontro di presentazione; parte 1, città di Cuneo", "Sala \"Lux\", via Roma 1\\b; Cuneo",
        "Prima riga\nSeconda riga con molte parole perché la piegatura a settantacinque ottetti cada più volte in mezzo a lettere accentate àèìòù àèìòù àèìòù àèìòù àèìòù",
        "convocazioni@example.invalid", "Niccolò \"Nic\" Zibrè", "n.zibre@example.invalid");

    [Test]
    public void An_independent_parser_reads_back_what_was_written()
    {
        const string program = """
            import sys, icalendar
            cal = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
            event = cal.walk('VEVENT')[0]
            alarm = event.walk('VALARM')[0]
            zone = cal.walk('VTIMEZONE')[0]
            print(cal['METHOD'], event['UID'], event['SEQUENCE'], event['STATUS'])
            print(event['DTSTART'].dt.replace(tzinfo=None).isoformat(), event['DTSTART'].params['TZID'], event['DTEND'].dt.replace(tzinfo=None).isoformat(), event['DTSTAMP'].dt.isoformat())
            print(event['SUMMARY'])
            print(event['LOCATION'])
            print(event['DESCRIPTION'].replace('\n', '|'))
            print(event['ORGANIZER'], event['ATTENDEE'], event['ATTENDEE'].params['CN'])
            print(alarm['ACTION'], alarm['TRIGGER'].dt, zone['TZID'])
            tz = zone.to_tz()
            import datetime
            print(*[tz.utcoffset(datetime.datetime(*d)) for d in [(2026,3,28,12),(2026,3,30,12),(2026,10,24,12),(2026,10,26,12)]])
            """;

        var lines = DebianPython.Ask("icalendar", program, InvitationWriter.Write(s_invitation)).Split('\n');

        Assert.That(lines, Is.EqualTo(new[]
        {
            "REQUEST S1.PW-1@orchestrator 2 CONFIRMED",
            "2026-03-30T10:00:00 Europe/Rome 2026-03-30T12:00:00 2026-03-12T09:30:00+00:00",
            s_invitation.Summary,
            s_invitation.Location,
            s_invitation.Description.Replace('\n', '|'),
            "mailto:convocazioni@example.invalid mailto:n.zibre@example.invalid Niccolò Nic Zibrè",
            "DISPLAY -1 day, 0:00:00 Europe/Rome",
            "1:00:00 2:00:00 2:00:00 1:00:00",
        }));
    }

    [Test]
    public void Lines_end_in_crlf_and_hold_at_most_75_octets()
    {
        var text = InvitationWriter.Write(s_invitation);

        Assert.Multiple(() =>
        {
            Assert.That(text.Replace("\r\n", ""), Does.Not.Contain("\n").And.Not.Contain("\r"));
            Assert.That(text.Split("\r\n").Select(Encoding.UTF8.GetByteCount), Is.All.LessThanOrEqualTo(75));
            Assert.That(text, Does.Contain("\r\n "), "something was folded");
        });
    }

    [Test]
    public void A_cancellation_has_its_method_and_status_and_no_alarm()
    {
        var text = InvitationWriter.Write(s_invitation with { Cancelled = true });

        Assert.That(text, Does.Contain("METHOD:CANCEL\r\n").And.Contain("STATUS:CANCELLED\r\n").And.Not.Contain("VALARM"));
    }

    [TestCase(2026, 3, 28, "20260328T100000", TestName = "The_day_before_the_clock_goes_forward")]
    [TestCase(2026, 3, 29, "20260329T110000", TestName = "The_day_on_which_the_clock_goes_forward")]
    [TestCase(2026, 10, 25, "20261025T100000", TestName = "The_day_on_which_the_clock_goes_back")]
    public void Local_time_follows_the_clock_on_the_wall(int year, int month, int day, string local)
    {
        var text = InvitationWriter.Write(s_invitation with { StartsAt = new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.Zero) });

        Assert.That(text, Does.Contain("DTSTART;TZID=Europe/Rome:" + local));
    }

    [Test]
    public void A_name_cannot_break_out_of_its_line()
    {
        var text = InvitationWriter.Write(s_invitation with { AttendeeName = "X\"\r\nBEGIN:VALARM", Summary = "a\r\nBEGIN:VTODO" });

        Assert.That(text.Split("\r\n"), Has.None.EqualTo("BEGIN:VTODO").And.Exactly(1).EqualTo("BEGIN:VALARM"));
    }
}
