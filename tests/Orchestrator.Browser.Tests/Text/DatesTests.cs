using System.Globalization;
using Orchestrator.Ui.Text;

namespace Orchestrator.Browser.Tests.Text;

public sealed class DatesTests
{
    private static readonly DateTimeOffset NewYearsEve = new(2026, 12, 31, 23, 30, 0, TimeSpan.Zero);

    [Test]
    public void A_day_is_written_day_month_year() =>
        Assert.That(Dates.Of(new DateOnly(2026, 3, 9)), Is.EqualTo("09/03/2026"));

    [Test]
    public void An_instant_is_shown_in_the_time_of_Rome() =>
        Assert.That(Dates.Of(NewYearsEve), Is.EqualTo("01/01/2027 00:30"));

    [Test]
    public void Summer_time_counts() =>
        Assert.That(Dates.Exact(new(2026, 7, 1, 10, 0, 5, TimeSpan.Zero)), Is.EqualTo("01/07/2026 12:00:05"));

    [Test]
    public void A_term_due_at_midnight_belongs_to_the_day_that_ends() =>
        Assert.That(Dates.DueDay(new(2026, 12, 12, 23, 0, 0, TimeSpan.Zero)), Is.EqualTo(new DateOnly(2026, 12, 12)));

    [Test]
    public void Something_due_at_noon_is_due_on_that_day() =>
        Assert.That(Dates.DueDay(new(2026, 12, 12, 11, 0, 0, TimeSpan.Zero)), Is.EqualTo(new DateOnly(2026, 12, 12)));

    [Test]
    [SetCulture("it-IT")]
    public void A_day_in_words_is_in_the_page_s_language() =>
        Assert.That(Dates.InWords(new DateOnly(2026, 11, 3)), Is.EqualTo("martedì 3 novembre 2026"));

    [Test]
    public void A_machine_readable_instant_is_in_universal_time() =>
        Assert.That(Dates.Iso(NewYearsEve), Is.EqualTo(NewYearsEve.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
}
