using System.Text;
using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Letters.Calendar;

namespace Orchestrator.Agencies.Tests.Calendar;

internal sealed class DayCalendarWriterTests
{
    private static readonly DateTimeOffset s_stamp = new(2026, 3, 12, 9, 30, 0, TimeSpan.Zero);

    private static readonly DayEntry[] s_entries =
    [
        new("6b1f@orchestrator", 2, false, s_stamp, new(2026, 3, 31),
            "Termine: Scelta; già tardi, n. 1 – AG-CR-2026-0007-1 con un titolo così lungo che la riga va piegata in mezzo agli accenti àèìòù àèìòù",
            new("https://adr.example.invalid/pratiche/1")),
        new("6b20@orchestrator", 3, true, s_stamp, new(2026, 12, 31), "Attività: Registra le presenze", null),
    ];

    [Test]
    public void An_independent_parser_reads_back_what_was_written()
    {
        const string program = """
            import sys, icalendar
            cal = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
            print(cal['VERSION'], cal['METHOD'], cal['PRODID'], cal['X-WR-CALNAME'])
            for event in cal.walk('VEVENT'):
                print(event['UID'], event['SEQUENCE'], event['STATUS'], event['DTSTART'].dt, event['DTEND'].dt, event['DTSTAMP'].dt.isoformat(), event['TRANSP'], event.get('URL', '-'))
                print(event['SUMMARY'])
                print([str(alarm['ACTION']) + ' ' + str(alarm['TRIGGER'].dt) for alarm in event.walk('VALARM')])
            """;

        var lines = DebianPython.Ask("icalendar", program, DayCalendarWriter.Write("Scadenze; CPI 08, tutte", s_entries)).Split('\n');

        Assert.That(lines, Is.EqualTo(new[]
        {
            "2.0 PUBLISH -//Orchestrator//Orchestrator//IT Scadenze; CPI 08, tutte",
            "6b1f@orchestrator 2 CONFIRMED 2026-03-31 2026-04-01 2026-03-12T09:30:00+00:00 TRANSPARENT https://adr.example.invalid/pratiche/1",
            s_entries[0].Summary,
            "['DISPLAY -1 day, 9:00:00']",
            "6b20@orchestrator 3 CANCELLED 2026-12-31 2027-01-01 2026-03-12T09:30:00+00:00 TRANSPARENT -",
            s_entries[1].Summary,
            "[]",
        }));
    }

    [Test]
    public void Lines_end_in_crlf_and_hold_at_most_75_octets()
    {
        var text = DayCalendarWriter.Write("Scadenze", s_entries);

        Assert.Multiple(() =>
        {
            Assert.That(text.Replace("\r\n", ""), Does.Not.Contain("\n").And.Not.Contain("\r"));
            Assert.That(text.Split("\r\n").Select(Encoding.UTF8.GetByteCount), Is.All.LessThanOrEqualTo(75));
            Assert.That(text, Does.Contain("\r\n "), "something was folded");
        });
    }

    [Test]
    public void A_calendar_without_entries_is_a_calendar() =>
        Assert.That(DayCalendarWriter.Write("Scadenze", []), Does.StartWith("BEGIN:VCALENDAR\r\n").And.EndWith("END:VCALENDAR\r\n").And.Not.Contain("VEVENT"));
}
