namespace Orchestrator.Feel.Tests.Office;

public sealed class TermTests
{
    [TestCase("2019-12-24", "2020-01-23")]
    [TestCase("2019-03-01", "2019-04-01", Description = "the thirtieth day is a Sunday")]
    [TestCase("2019-03-23", "2019-04-23", Description = "the thirtieth day is Easter Monday")]
    [TestCase("2020-04-01", "2020-05-02", Description = "the thirtieth day is 1 May, the day after a Saturday")]
    [TestCase("2019-12-07", "2020-01-07", Description = "the thirtieth day is Epiphany")]
    [TestCase("2026-09-04", "2026-10-05", Description = "4 October is a holiday from 2026 on, and a Sunday in that year")]
    [TestCase("2027-09-04", "2027-10-05", Description = "4 October 2027 is a Monday")]
    [TestCase("2021-09-04", "2021-10-04", Description = "4 October 2021 was an ordinary Monday")]
    [TestCase("2025-03-21", "2025-04-22", Description = "Easter Sunday, then Easter Monday")]
    public void A_term_of_thirty_days_ends_on_the_next_day_that_is_no_holiday(string start, string last)
    {
        var context = $"{{signingDate: \"{start}\"}}";

        Assert.Multiple(() =>
        {
            Assert.That(FeelTesting.Value("term end(date(signingDate), @\"P30D\", \"legal\")", context), Is.EqualTo($"@\"{last}\""));
            Assert.That(FeelTesting.Value("term end(date(signingDate), 30)", context), Is.EqualTo($"@\"{last}\""));
            Assert.That(FeelTesting.Value("term end(duration: duration(\"P30D\"), start: date(signingDate))", context), Is.EqualTo($"@\"{last}\""));
        });
    }

    [Test]
    public void The_strict_thirtieth_day_is_the_date_plus_the_duration() =>
        Assert.That(FeelTesting.Value("date(signingDate) + @\"P30D\"", "{signingDate: \"2019-03-01\"}"), Is.EqualTo("@\"2019-03-31\""));

    [Test]
    public void A_saturday_moves_only_by_the_office_calendar() => Assert.Multiple(() =>
    {
        Assert.That(FeelTesting.Value("term end(@\"2026-10-29\", 30, \"legal\")"), Is.EqualTo("@\"2026-11-28\""));
        Assert.That(FeelTesting.Value("term end(@\"2026-10-29\", 30, \"office\")"), Is.EqualTo("@\"2026-11-30\""));
    });

    [Test]
    public void The_patron_day_is_a_holiday_of_the_office_only() => Assert.Multiple(() =>
    {
        Assert.That(FeelTesting.Value("is holiday(@\"2026-06-24\")"), Is.EqualTo("false"));
        Assert.That(FeelTesting.Value("is holiday(@\"2026-06-24\", \"office\")"), Is.EqualTo("true"));
    });

    [Test]
    public void A_term_of_months_ends_on_the_corresponding_day() =>
        Assert.That(FeelTesting.Value("term end(@\"2026-01-31\", @\"P1M\")"), Is.EqualTo("@\"2026-02-28\""));

    [Test]
    public void A_date_and_time_of_another_zone_counts_as_its_day_in_rome() =>
        Assert.That(FeelTesting.Value("term end(@\"2026-11-01T23:30:00Z\", 1)"), Is.EqualTo("@\"2026-11-03\""));

    [Test]
    public void An_unknown_calendar_gives_null_and_names_the_known_ones()
    {
        var result = FeelTesting.Evaluate("term end(@\"2026-01-01\", 30, \"regional\")");

        Assert.That(result.Value.IsNull);
        Assert.That(result.Warnings.Single().ToString(), Is.EqualTo("FEEL0112: Expected one of the calendars legal, office, but found 'regional'."));
    }

    [Test]
    public void A_duration_with_hours_is_no_term() => Assert.That(FeelTesting.Codes("term end(@\"2026-01-01\", @\"PT36H\")"), Is.EqualTo("FEEL0106"));

    [TestCase(2018, "2018-04-01")]
    [TestCase(2019, "2019-04-21")]
    [TestCase(2024, "2024-03-31")]
    [TestCase(2025, "2025-04-20")]
    [TestCase(2038, "2038-04-25")]
    [TestCase(2285, "2285-03-22")]
    public void Easter_falls_where_the_church_says(int year, string date) => Assert.That(FeelCalendar.Easter(year).ToIso(), Is.EqualTo(date));
}
