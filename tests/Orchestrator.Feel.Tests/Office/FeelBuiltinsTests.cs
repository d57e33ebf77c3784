namespace Orchestrator.Feel.Tests.Office;

public sealed class FeelBuiltinsTests
{
    [Test]
    public void The_office_functions_are_told_with_the_names_of_their_parameters() =>
        Assert.That(FeelBuiltins.Office.Select(one => $"{one.Name}({string.Join(", ", one.Parameters)})"), Is.EqualTo(new[]
        {
            "term end(start, duration, calendar)", "is holiday(date, calendar)", "is working day(date, calendar)", "next working day(date, calendar)", "add working days(date, days, calendar)",
            "working days between(start, end, calendar)", "start of next day(date)",
        }));

    [Test]
    public void Each_has_its_signature_with_types() =>
        Assert.That(FeelBuiltins.Office.Select(one => one.Signature), Has.All.Contains(": ").And.Some.EqualTo("start of next day(date: date|date and time)"));
}
