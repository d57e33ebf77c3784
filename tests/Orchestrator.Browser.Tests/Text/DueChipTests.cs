using Orchestrator.Ui.Text;

namespace Orchestrator.Browser.Tests.Text;

public sealed class DueChipTests
{
    // Friday, 10:00 in Rome.
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void What_has_passed_is_overdue_even_on_the_same_day()
    {
        var chip = DueChip.Of(Now.AddMinutes(-1), null, Now);
        Assert.That((chip.Nearness, chip.WordsKey), Is.EqualTo((Nearness.Overdue, "due.overdueToday")));
    }

    [Test]
    public void Days_overdue_are_counted_from_the_due_day() =>
        Assert.That(DueChip.Of(Now.AddDays(-4), null, Now).Days, Is.EqualTo(-4));

    [Test]
    public void Later_on_the_same_day_is_today() =>
        Assert.That(DueChip.Of(Now.AddHours(3), 0, Now).WordsKey, Is.EqualTo("due.today"));

    [Test]
    public void A_term_that_ends_at_midnight_is_due_today_not_tomorrow() =>
        Assert.That(DueChip.Of(new(2026, 11, 20, 23, 0, 0, TimeSpan.Zero), 0, Now).Nearness, Is.EqualTo(Nearness.Today));

    [Test]
    public void Over_a_weekend_two_working_days_are_near_though_four_days_away()
    {
        var chip = DueChip.Of(Now.AddDays(4), 2, Now);
        Assert.That((chip.Nearness, chip.WordsKey, chip.Days), Is.EqualTo((Nearness.Soon, "due.inDays", 4)));
    }

    [Test]
    public void Three_working_days_are_later() =>
        Assert.That(DueChip.Of(Now.AddDays(5), 3, Now).Nearness, Is.EqualTo(Nearness.Later));

    [Test]
    public void Without_working_days_calendar_days_count() =>
        Assert.That(DueChip.Of(Now.AddDays(2), null, Now).Nearness, Is.EqualTo(Nearness.Soon));

    [Test]
    public void Every_nearness_has_a_shape_of_its_own()
    {
        var shapes = new[] { Now.AddDays(-1), Now.AddHours(1), Now.AddDays(1), Now.AddDays(9) }.Select(due => DueChip.Of(due, null, Now).Shape);
        Assert.That(shapes, Is.Unique);
    }
}
