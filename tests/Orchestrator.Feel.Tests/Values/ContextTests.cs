namespace Orchestrator.Feel.Tests.Values;

public sealed class ContextTests
{
    private static readonly FeelValue One = FeelValue.Of(1);
    private static readonly FeelValue Two = FeelValue.Of(2);

    [Test]
    public void Contexts_are_equal_in_any_order()
    {
        var left = FeelContext.Of(("a", One), ("b", Two));
        var right = FeelContext.Of(("b", Two), ("a", One));

        Assert.That(left, Is.EqualTo(right));
        Assert.That(left.GetHashCode(), Is.EqualTo(right.GetHashCode()));
        Assert.That(left, Is.Not.EqualTo(FeelContext.Of(("a", One))));
    }

    [Test]
    public void Setting_an_entry_keeps_its_place_and_leaves_the_old_context_alone()
    {
        var before = FeelContext.Of(("a", One), ("b", Two));

        var after = before.With("a", Two).With("c", One);

        Assert.That(after.Names, Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That(after["a"], Is.EqualTo(Two));
        Assert.That(before["a"], Is.EqualTo(One));
        Assert.That(after.Without("b").Names, Is.EqualTo(new[] { "a", "c" }));
        Assert.That(after["z"].IsNull);
    }

    [Test]
    public void A_large_context_finds_its_entries()
    {
        var large = FeelContext.Of(Enumerable.Range(0, 500).Select(i => KeyValuePair.Create($"k{i}", FeelValue.Of(i))));

        Assert.That(large["k499"], Is.EqualTo(FeelValue.Of(499)));
        Assert.That(large.With("k499", One)["k499"], Is.EqualTo(One));
        Assert.That(large.With(large), Is.EqualTo(large));
    }

    [Test]
    public void Lists_are_equal_by_their_items() => Assert.Multiple(() =>
    {
        Assert.That(FeelList.From([One, Two]), Is.EqualTo(new FeelList(One, Two)));
        Assert.That(new FeelList(One, Two), Is.Not.EqualTo(new FeelList(Two, One)));
        Assert.That(FeelList.Empty, Has.Count.EqualTo(0));
    });

    [Test]
    public void The_calendar_agrees_with_dotnet_where_both_know_it()
    {
        for (var day = new DateOnly(1, 1, 1); day < new DateOnly(9990, 1, 1); day = day.AddDays(97))
        {
            var date = FeelDate.Of(day);
            Assert.That(FeelDate.TryFromDayNumber(day.DayNumber - new DateOnly(1970, 1, 1).DayNumber, out var same) && same.Equals(date), date.ToIso());
            Assert.That(date.Weekday % 7, Is.EqualTo((int)day.DayOfWeek));
            Assert.That(date.DayOfYear, Is.EqualTo(day.DayOfYear));
            Assert.That(date.WeekOfYear, Is.EqualTo(System.Globalization.ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue))));
        }
    }

    [TestCase("2026-10-25T02:30:00+02:00")]
    [TestCase("2026-10-25T02:30:00+01:00")]
    [TestCase("2026-03-29T03:30:00+02:00")]
    [TestCase("0001-06-01T00:00:00+00:00")]
    public void An_instant_keeps_itself_on_the_clocks_of_a_zone(string text)
    {
        var instant = DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Assert.That(FeelDateTime.At(instant, FeelTesting.Rome).TryToInstant(TimeZoneInfo.Utc, out var again), Is.True);
        Assert.That(again, Is.EqualTo(instant));
    }
}
