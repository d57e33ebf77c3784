using Orchestrator.Bpmn.Model;
using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Timers;

public sealed class TimerTests
{
    private static Play Waiting(EventDefinition timer, string start = "{}", DateTimeOffset? now = null) =>
        new Play(TestWorld.Of(new ProcessBuilder("p").Start().To("wait").Catch("wait", timer).To("end").End().Build()), now).Start(start);

    private static Play Reminded(EventDefinition timer) => Play.Of(new ProcessBuilder("p")
        .Start().To("task")
        .UserTask("task").To("end")
        .Boundary("remind", "task", timer, interrupting: false).To("noted")
        .End().End("noted").Build()).Start();

    [TestCase("2026-03-20", "2026-03-20T00:00:00+01:00")]
    [TestCase("2026-04-20", "2026-04-20T00:00:00+02:00")]
    [TestCase("2026-03-20T10:00:00", "2026-03-20T10:00:00+01:00")]
    [TestCase("2026-03-20T10:00:00Z", "2026-03-20T10:00:00+00:00")]
    [TestCase("2026-03-20T10:00:00@Europe/Rome", "2026-03-20T10:00:00+01:00")]
    [TestCase("=@\"2026-03-20\"", "2026-03-20T00:00:00+01:00")]
    [TestCase("=date and time(\"2026-03-20T10:00:00+03:00\")", "2026-03-20T10:00:00+03:00")]
    public void A_date_is_an_instant_and_without_a_zone_it_is_one_in_rome(string value, string expected) =>
        Assert.That(Waiting(At(value)).Timer("wait").DueAt, Is.EqualTo(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));

    // On 29 March 2026 the clocks go from 02:00 to 03:00, on 25 October back from 03:00 to 02:00.
    [TestCase("P1D", "2026-03-28T12:00:00+01:00", 23)]
    [TestCase("=duration(\"P1D\")", "2026-03-28T12:00:00+01:00", 24)]
    [TestCase("P1D", "2026-10-24T12:00:00+02:00", 25)]
    [TestCase("P1DT1H", "2026-10-24T12:00:00+02:00", 26)]
    [TestCase("P1W", "2026-03-28T12:00:00+01:00", 167)]
    [TestCase("P1M", "2026-01-31T12:00:00+01:00", 28 * 24)]
    [TestCase("PT36H", "2026-03-28T12:00:00+01:00", 36)]
    public void Days_of_a_text_are_those_of_the_calendar_and_days_of_feel_have_24_hours(string value, string now, double hours)
    {
        var instant = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(Waiting(After(value), now: instant).Timer("wait").DueAt - instant, Is.EqualTo(TimeSpan.FromHours(hours)));
    }

    [TestCase("soon")]
    [TestCase("=5")]
    [TestCase("=missing")]
    public void A_timer_without_an_instant_is_an_incident_and_is_armed_once_it_is_resolved(string value)
    {
        foreach (var timer in new[] { At(value), After(value), Every(value) })
            Assert.That(Waiting(timer).Incident.Kind, Is.EqualTo(IncidentKind.ExtractValueError));
        Assert.That(Waiting(After("=missing")).Resolve("{missing: \"PT1H\"}").Timers, Is.EqualTo("wait"));
    }

    [Test]
    public void A_timer_fires_once_and_not_before_it_is_due()
    {
        var play = Waiting(After("PT1H"));
        var key = play.Timer("wait").Key;
        Assert.That(play.Try(new Command.FireTimer(key))?.Reason, Is.EqualTo(RejectionReason.WrongState));
        play.Now += TimeSpan.FromHours(1);
        Assert.That(play.Fire("wait").Ended);
    }

    [Test]
    public void What_has_passed_when_it_is_armed_fires_at_once_in_the_same_command() => Assert.That(Waiting(At("2020-01-01")).Ended);

    [Test]
    public void The_names_that_the_expression_reads_are_kept() =>
        Assert.That(Waiting(At("=date(a.b) + duration(c)"), "{a: {b: \"2027-01-01\"}, c: \"P1D\"}").Timer("wait").Reads, Is.EqualTo(new[] { "a", "c" }));

    [Test]
    public void A_cycle_fires_as_often_as_it_says()
    {
        var play = Reminded(Every("R3/PT1H")).Advance(TimeSpan.FromHours(10));
        Assert.That(play.Completed("remind"), Is.EqualTo(3));
        Assert.That(play.State.Timers, Is.Empty);
    }

    [Test]
    public void A_cycle_that_started_in_the_past_begins_with_its_next_instant()
    {
        // Daily at nine since 27 February; it is 2 March, nine in Rome.
        var play = Reminded(Every("R5/2026-02-27T09:00:00@Europe/Rome/P1D"));
        Assert.That(play.Timer("remind").DueAt, Is.EqualTo(play.Now));
        Assert.That(play.Timer("remind").Repetitions, Is.EqualTo(1));
        Assert.That(play.All<InstanceEvent.TimerSkipped>().Single().Reason, Is.EqualTo(TimerSkipReason.PassedWhenArmed));
    }

    [Test]
    public void Late_within_the_window_a_timer_simply_fires()
    {
        foreach (var policy in Enum.GetValues<CatchUpPolicy>())
            Assert.That(Waiting(After("PT1H", policy)).SleepThrough(TimeSpan.FromHours(2)).Ended, $"{policy}");
    }

    [Test]
    public void Too_late_a_reminder_to_skip_is_skipped_and_a_cycle_goes_on()
    {
        Assert.That(Reminded(After("PT1H", CatchUpPolicy.Skip)).SleepThrough(TimeSpan.FromDays(1)).Completed("remind"), Is.Zero);
        var play = Reminded(Every("R/PT1H", CatchUpPolicy.Skip)).SleepThrough(TimeSpan.FromDays(1));
        Assert.That(play.Completed("remind"), Is.Zero);
        Assert.That(play.All<InstanceEvent.TimerSkipped>().Single().Reason, Is.EqualTo(TimerSkipReason.TooLate));
        Assert.That(play.Timer("remind").DueAt, Is.EqualTo(play.Now.AddHours(1)));
    }

    [Test]
    public void With_all_every_missed_instant_of_a_cycle_fires() =>
        Assert.That(Reminded(Every("R/PT1H", CatchUpPolicy.All)).SleepThrough(TimeSpan.FromHours(5.5)).Completed("remind"), Is.EqualTo(5));

    [TestCase(CatchUpPolicy.Ask)]
    [TestCase(CatchUpPolicy.Skip, Description = "the only way on is not skipped")]
    public void Too_late_a_timer_that_asks_waits_for_an_operator_and_fires_when_resolved(CatchUpPolicy policy)
    {
        var play = Waiting(After("PT1H", policy)).SleepThrough(TimeSpan.FromDays(1));
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.TimerOverdue));
        Assert.That(play.Try(new Command.FireTimer(play.Timer("wait").Key))?.Reason, Is.EqualTo(RejectionReason.WrongState), "held, it is due no more");
        Assert.That(play.Resolve().Ended);
    }

    [Test]
    public void A_held_timer_goes_with_its_host()
    {
        var play = Reminded(After("PT1H", CatchUpPolicy.Ask)).SleepThrough(TimeSpan.FromDays(1));
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.TimerOverdue));
        play.CompleteTask("task");
        Assert.That(play.Ended);
        Assert.That(play.Last.OfType<InstanceEvent.IncidentResolved>().Single().Resolution, Is.EqualTo(IncidentResolution.ElementEnded));
    }

    [Test]
    public void A_held_timer_of_an_event_sub_process_goes_when_another_one_interrupts_the_scope()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("task").UserTask("task").To("end").End()
            .EventSubProcess("reminder", sub => sub.Start("late", After("PT1H", CatchUpPolicy.Ask), interrupting: false).To("noted").End("noted"))
            .EventSubProcess("void", sub => sub.Start("voided", Message("m")).To("close").UserTask("close").To("closed").End("closed")).Build())
            .Start("{key: \"k\"}").SleepThrough(TimeSpan.FromDays(1));
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.TimerOverdue));

        play.Message("m", "k");
        Assert.That(play.State.Incidents, Is.Empty, "nobody is asked about a timer that is not there any more");
        Assert.That(play.All<InstanceEvent.IncidentResolved>().Single().Resolution, Is.EqualTo(IncidentResolution.ElementEnded));
        Assert.That(play.CompleteTask("close").Ended);
    }

    private static IEnumerable<string> Firings(string cycle, string now, string until, Func<Play, DateTimeOffset, Play> pass)
    {
        var play = new Play(TestWorld.Of(new ProcessBuilder("p")
            .Start().To("task").UserTask("task").To("end")
            .Boundary("remind", "task", Every(cycle), interrupting: false).To("noted")
            .End().End("noted").Build()), Instant(now)).Start();
        pass(play, Instant(until));
        return play.All<InstanceEvent.TimerArmed>().Select(e => TimeZoneInfo.ConvertTime(e.DueAt, TestWorld.Rome).ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    // At half past two in the night of 29 March there is no such time; the day after there is again. A month without a 31st does not change the months after it.
    [TestCase("R/2026-03-28T02:30:00@Europe/Rome/P1D", "2026-03-27T12:00:00+01:00", "2026-03-30T12:00:00+02:00", "03-28 02:30, 03-29 03:30, 03-30 02:30, 03-31 02:30")]
    [TestCase("R/2026-10-24T02:30:00@Europe/Rome/P1D", "2026-10-23T12:00:00+02:00", "2026-10-26T12:00:00+01:00", "10-24 02:30, 10-25 02:30, 10-26 02:30, 10-27 02:30")]
    [TestCase("R/2026-01-31T09:00:00@Europe/Rome/P1M", "2026-01-02T12:00:00+01:00", "2026-04-02T12:00:00+02:00", "01-31 09:00, 02-28 09:00, 03-31 09:00, 04-30 09:00")]
    public void A_cycle_with_a_start_keeps_to_its_instants(string cycle, string now, string until, string expected) =>
        Assert.That(string.Join(", ", Firings(cycle, now, until, (play, end) => play.Advance(end - play.Now))), Is.EqualTo(expected));

    [Test]
    public void After_downtime_a_cycle_with_a_start_goes_on_with_its_next_own_instant() =>
        Assert.That(string.Join(", ", Firings("R/2026-03-03T09:00:00@Europe/Rome/P1D", "2026-03-02T09:00:00+01:00", "2026-03-05T14:00:00+01:00", (play, end) => play.SleepThrough(end - play.Now))),
            Is.EqualTo("03-03 09:00, 03-06 09:00"));

    [Test]
    public void Instants_that_a_counted_cycle_with_a_start_missed_are_used_up() =>
        Assert.That(string.Join(", ", Firings("R5/2026-03-03T09:00:00@Europe/Rome/P1D", "2026-03-02T09:00:00+01:00", "2026-03-06T14:00:00+01:00", (play, end) => play.SleepThrough(end - play.Now).Advance(TimeSpan.FromDays(30)))),
            Is.EqualTo("03-03 09:00, 03-07 09:00"));
}
