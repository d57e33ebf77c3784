namespace Orchestrator.Feel.Tests.Office;

public sealed class WorkingDayTests
{
    [TestCase("add working days(@\"2026-12-04\", 1)", "@\"2026-12-07\"", Description = "Friday to Monday")]
    [TestCase("add working days(@\"2026-12-04\", 2)", "@\"2026-12-09\"", Description = "8 December is a holiday")]
    [TestCase("add working days(@\"2026-12-09\", -2)", "@\"2026-12-04\"")]
    [TestCase("add working days(@\"2026-12-06\", 0)", "@\"2026-12-06\"")]
    [TestCase("add working days(@\"2026-12-04\", 1, \"legal\")", "@\"2026-12-05\"", Description = "a Saturday works by the legal calendar")]
    [TestCase("next working day(@\"2026-12-24\")", "@\"2026-12-28\"")]
    [TestCase("working days between(@\"2026-12-04\", @\"2026-12-09\")", "2")]
    [TestCase("working days between(@\"2026-12-09\", @\"2026-12-04\")", "-2")]
    [TestCase("working days between(@\"2026-12-05\", @\"2026-12-05\")", "0")]
    [TestCase("is working day(@\"2026-12-08\")", "false")]
    [TestCase("is working day(@\"2026-12-09\")", "true")]
    [TestCase("is holiday(@\"2026-12-06\")", "true", Description = "a Sunday")]
    public void Working_days_are_counted_by_the_office_calendar(string expression, string expected) =>
        Assert.That(FeelTesting.Value(expression), Is.EqualTo(expected));

    [Test]
    public void Adding_working_days_and_counting_them_agree() =>
        Assert.That(
            FeelTesting.Value("every d in @\"2026-12-01\"..@\"2026-12-31\", n in -8..8 satisfies working days between(d, add working days(d, n)) = n"),
            Is.EqualTo("true"));

    [Test]
    public void Too_many_days_are_refused() => Assert.That(FeelTesting.Codes("add working days(@\"2026-12-04\", 1000000)"), Is.EqualTo("FEEL0106"));
}
