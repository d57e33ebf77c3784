using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Server.Tests.Kill;

namespace Orchestrator.Server.Tests.ThirtyDays;

/// <summary>What <c>tests/seconds.sh</c> does to the timers of definitions: the runs with kills stand on it.</summary>
internal sealed partial class SecondsTests
{
    private const double SecondsPerDay = 0.5;

    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("orchestrator-seconds-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Every_timer_of_every_definition_passes_in_seconds_and_nothing_else_changes()
    {
        var workflows = Path.Combine(RunningProgram.Root, "workflows");
        await RunAsync(workflows, _folder);
        var files = Directory.GetFiles(workflows, "*", SearchOption.AllDirectories);
        Assert.That(files, Is.Not.Empty);
        foreach (var file in files)
        {
            var (before, after) = (await File.ReadAllTextAsync(file), await File.ReadAllTextAsync(Path.Combine(_folder, Path.GetRelativePath(workflows, file))));
            Assert.That(Timer().Replace(after, ""), Is.EqualTo(Timer().Replace(before, "")), file);
            foreach (Match timer in Timer().Matches(after))
                Assert.That(timer.Groups["text"].Value, Does.StartWith("=now() + ").Or.Match(@"^(R\d*/)?PT(?!0\.000)\d+\.\d{3}S$"), file);
        }
    }

    [TestCase("Date", "=date and time(date(signingDate) + @\"P15D\", time(\"09:00:00@Europe/Rome\"))", "=now() + duration(&quot;PT7.500S&quot;)")]
    [TestCase("Date", "=start of next day(date(terms.bookingLastDay))", "=now() + duration(&quot;PT15.000S&quot;)")]
    [TestCase("Date", "=start of next day(date(terms.employerLastDay))", "=now() + duration(&quot;PT3.500S&quot;)")]
    [TestCase("Date", "=start of next day(term end(date(decisionDate), @\"P30D\", \"legal\"))", "=now() + duration(&quot;PT15.000S&quot;)")]
    [TestCase("Date", "=date and time(session.startAt) - @\"P3D\"", "=now() + ((date and time(session.startAt) - @\"P3D\") - now()) * 0.000005787037")]
    [TestCase("Date", "=start of next day(add working days(today(), 5, \"office\"))", "=now() + ((start of next day(add working days(today(), 5, \"office\"))) - now()) * 0.000005787037")]
    [TestCase("Date", "=max([date(a) + @\"P30D\", date(b)])", "=now() + ((max([date(a) + @\"P30D\", date(b)])) - now()) * 0.000005787037")]
    [TestCase("Duration", "P10D", "PT5.000S")]
    [TestCase("Duration", "P6M", "PT90.000S")]
    [TestCase("Duration", "PT12H", "PT0.250S")]
    [TestCase("Duration", "PT1M", "PT0.001S")]
    [TestCase("Cycle", "R/P30D", "R/PT15.000S")]
    public async Task A_timer_is_replaced(string kind, string text, string expected)
    {
        var made = Directory.CreateDirectory(Path.Combine(_folder, "in")).FullName;
        await File.WriteAllTextAsync(Path.Combine(made, "one.bpmn"), $"<bpmn:time{kind} xsi:type=\"bpmn:tFormalExpression\">{text}</bpmn:time{kind}>");
        await RunAsync(made, Path.Combine(_folder, "out"));
        Assert.That(Timer().Match(await File.ReadAllTextAsync(Path.Combine(_folder, "out", "one.bpmn"))).Groups["text"].Value, Is.EqualTo(expected));
    }

    /// <summary>A date that is not counted in days is due after as many days as it lies ahead.</summary>
    [Test]
    public void A_date_eight_days_ahead_is_due_after_four_seconds()
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var seconds = FeelExpression.Parse("(now() + ((date and time(startAt)) - now()) * 0.000005787037 - now()) / duration(\"PT1S\")", new FeelNames(["startAt"])).Expression!.Evaluate(
            FeelContext.Of(("startAt", new FeelString("2026-03-10T10:00:00+01:00"))),
            new FeelWorld(new FixedTime(now), TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"), ItalianCalendars.Default).Now());
        Assert.That(double.Parse($"{seconds.Value}", CultureInfo.InvariantCulture), Is.EqualTo(8 * SecondsPerDay).Within(0.001));
    }

    private static async Task RunAsync(string from, string to)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(RunningProgram.Root, "tests", "seconds.sh"), from, to]) { RedirectStandardError = true };
        start.Environment["SECONDS_PER_DAY"] = SecondsPerDay.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, errors);
    }

    [GeneratedRegex("<bpmn:time(?<kind>Date|Duration|Cycle)\\b[^>]*>(?<text>[^<]*)</bpmn:time")]
    private static partial Regex Timer();

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
