using System.Globalization;

namespace Orchestrator.Feel.Tests.Office;

public sealed class DueInstantTests
{
    [TestCase("2026-01-15", "2026-01-15T23:00:00Z", Description = "winter")]
    [TestCase("2026-07-15", "2026-07-15T22:00:00Z", Description = "summer")]
    [TestCase("2026-03-28", "2026-03-28T23:00:00Z", Description = "the day before the clocks go forward")]
    [TestCase("2026-03-29", "2026-03-29T22:00:00Z", Description = "the day on which they went forward is an hour shorter")]
    [TestCase("2026-10-24", "2026-10-24T22:00:00Z", Description = "the day before the clocks go back")]
    [TestCase("2026-10-25", "2026-10-25T23:00:00Z", Description = "the day on which they went back is an hour longer")]
    public void A_last_day_is_over_at_midnight_in_rome(string last, string instant)
    {
        var value = FeelTesting.Evaluate("start of next day(date(last))", $"{{last: \"{last}\"}}").Value;

        Assert.That(value, Is.InstanceOf<FeelDateTime>());
        Assert.That(((FeelDateTime)value).Zone!.Id, Is.EqualTo("Europe/Rome"));
        Assert.That(((FeelDateTime)value).TryToInstant(TimeZoneInfo.Utc, out var found), Is.True);
        Assert.That(found, Is.EqualTo(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));
    }

    [Test]
    public void The_instant_is_written_with_its_zone() =>
        Assert.That(FeelTesting.Value("string(start of next day(@\"2026-03-28\"))"), Is.EqualTo("\"2026-03-29T00:00:00@Europe/Rome\""));

    [Test]
    public void Where_clocks_skip_midnight_the_day_starts_with_its_first_moment()
    {
        // In 2018 the clocks of São Paulo went from 23:59:59 on 3 November to 01:00 on 4 November.
        var environment = FeelTesting.Environment with { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo") };

        Assert.That(FeelTesting.Value("start of next day(@\"2018-11-03\")", environment: environment), Is.EqualTo("@\"2018-11-04T01:00:00@America/Sao_Paulo\""));
    }

    [TestCase("@\"2026-03-28T12:00:00@Europe/Rome\" + @\"P1D\"", "@\"2026-03-29T12:00:00@Europe/Rome\"", Description = "days keep the hour")]
    [TestCase("@\"2026-03-28T12:00:00@Europe/Rome\" + @\"PT24H\"", "@\"2026-03-29T12:00:00@Europe/Rome\"", Description = "FEEL does not tell 24 hours from a day")]
    [TestCase("@\"2026-03-29T00:00:00@Europe/Rome\" + @\"PT3H\"", "@\"2026-03-29T04:00:00@Europe/Rome\"", Description = "hours are real time")]
    [TestCase("@\"2026-10-25T00:00:00@Europe/Rome\" + @\"PT3H\" + @\"PT1H\"", "@\"2026-10-25T03:00:00@Europe/Rome\"", Description = "also through the hour that comes twice")]
    [TestCase("@\"2026-10-25T03:00:00@Europe/Rome\" - @\"2026-10-25T00:00:00@Europe/Rome\"", "@\"PT4H\"")]
    public void Sums_are_right_on_the_nights_when_clocks_change(string expression, string expected) =>
        Assert.That(FeelTesting.Value(expression), Is.EqualTo(expected));

    [Test]
    public void Now_and_today_are_the_environments_instant_in_its_zone()
    {
        var environment = FeelTesting.At("2026-12-31T23:30:00Z");

        Assert.That(FeelTesting.Value("[today(), string(now())]", environment: environment), Is.EqualTo("[@\"2027-01-01\", \"2027-01-01T00:30:00@Europe/Rome\"]"));
    }
}
