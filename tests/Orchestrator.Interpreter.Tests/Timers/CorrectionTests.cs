using Orchestrator.Bpmn.Model;
using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Timers;

/// <summary>Facts that are corrected while the deadline that follows from them is armed, has reminded, or has fired (docs/timers.md).</summary>
public sealed class CorrectionTests
{
    // The presentation meeting in small: an interrupting term, reminders before it, an escalation task after it. Signed on 1 March, today is 2 March.
    private static ProcessBuilder Meeting() => new ProcessBuilder("p")
        .Start().To("meeting")
        .SubProcess("meeting", sub => sub.Start("in").To("plan").UserTask("plan").To("out").End("out")).To("end")
        .Boundary("remind", "meeting", At("=date and time(signed) + duration(\"P20D\")"), interrupting: false).To("look")
        .UserTask("look", t => t with { EscalationOf = new ElementId("remind") }).To("looked")
        .Boundary("term", "meeting", At("=date and time(signed) + duration(\"P30D\")")).To("late")
        .UserTask("late", t => t with { EscalationOf = new ElementId("term") }).To("end")
        .End().End("looked");

    private static Play Signed(string day = "2026-03-01") => Play.Of(Meeting().Build()).Start($"{{signed: \"{day}T00:00:00Z\"}}");

    private static string To(string day) => $"{{signed: \"{day}T00:00:00Z\"}}";

    [Test]
    public void A_correction_disarms_and_arms_anew_every_timer_that_read_the_fact()
    {
        var play = Signed().Correct(To("2026-03-02"), "signed a day later");

        Assert.That(play.All<InstanceEvent.VariablesCorrected>().Single().Reason, Is.EqualTo("signed a day later"));
        Assert.That(play.Last.OfType<InstanceEvent.TimerDisarmed>().Select(e => e.Reason), Is.EqualTo(new[] { "signed a day later", "signed a day later" }));
        Assert.That(play.Timer("remind").DueAt, Is.EqualTo(new DateTimeOffset(2026, 3, 22, 0, 0, 0, TimeSpan.Zero)));
        Assert.That(play.Timer("term").DueAt, Is.EqualTo(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.That(play.Last.OfType<InstanceEvent.VariablesSet>().Single().Cause, Is.EqualTo(VariableCause.Correction));
    }

    [Test]
    public void A_timer_that_did_not_read_the_fact_is_left_alone()
    {
        var play = Play.Of(Meeting().Boundary("other", "meeting", After("PT1000H"), interrupting: false).To("end").Build()).Start(To("2026-03-01"));
        var before = play.Timer("other");
        play.Correct(To("2026-03-05"));
        Assert.That(play.Timer("other"), Is.EqualTo(before));
    }

    [Test]
    public void A_reminder_that_has_fired_does_not_fire_again_while_its_new_instant_has_passed()
    {
        var play = Signed().Advance(TimeSpan.FromDays(25));
        Assert.That(play.Active, Is.EqualTo("look plan"));

        play.Correct(To("2026-03-02"));
        Assert.That(play.Timers, Is.EqualTo("term"));
        Assert.That(play.Active, Is.EqualTo("look plan"), "the task that the reminder made stays");
        Assert.That(play.Last.OfType<InstanceEvent.EscalationKept>().Single().Reason, Is.EqualTo(EscalationKeptReason.StillPassed));
    }

    [Test]
    public void A_reminder_that_has_fired_is_taken_back_when_its_new_instant_is_still_to_come()
    {
        var play = Signed().Advance(TimeSpan.FromDays(25)).Correct(To("2026-03-20"), "wrong date");

        Assert.That(play.Timers, Is.EqualTo("remind term"));
        Assert.That(play.Active, Is.EqualTo("plan"));
        Assert.That(play.Last.OfType<InstanceEvent.EscalationWithdrawn>().Single().Reason, Is.EqualTo("wrong date"));
        play.Advance(TimeSpan.FromDays(13));
        Assert.That(play.Active, Is.EqualTo("look plan"), "it fires at its new instant");
    }

    [Test]
    public void A_reminder_skipped_because_it_had_passed_is_armed_when_its_new_instant_is_still_to_come()
    {
        var play = Signed("2026-02-05");
        Assert.That(play.Timers, Is.EqualTo("term"));
        Assert.That(play.All<InstanceEvent.TimerSkipped>().Single().Reason, Is.EqualTo(TimerSkipReason.PassedWhenArmed));

        Assert.That(play.Correct(To("2026-03-01")).Timers, Is.EqualTo("remind term"));
    }

    [Test]
    public void A_term_corrected_into_the_past_fires_at_once_and_a_reminder_is_skipped()
    {
        var play = Signed().Correct(To("2026-01-10"));

        Assert.That(play.Active, Is.EqualTo("late"));
        Assert.That(play.Last.OfType<InstanceEvent.TimerSkipped>().Single().Element.Value, Is.EqualTo("remind"));
        Assert.That(play.Last.OfType<InstanceEvent.TimerFired>().Single().Interrupting);
    }

    [Test]
    public void A_fired_term_whose_new_instant_is_still_to_come_gives_the_token_back()
    {
        var play = Signed().Advance(TimeSpan.FromDays(35));
        Assert.That(play.Active, Is.EqualTo("late look"));
        var task = play.Key("late");

        play.Correct(To("2026-03-20"), "the agreement was signed on the 20th");
        Assert.That(play.Last, Does.Contain(new InstanceEvent.EscalationWithdrawn(task, new("term"), "the agreement was signed on the 20th")));
        Assert.That(play.Last, Does.Contain(new InstanceEvent.UserTaskCancelled(task)));
        Assert.That(play.Last, Does.Contain(new InstanceEvent.ElementTerminated(task, TerminationCause.Withdrawn)));
        Assert.That(play.Active, Is.EqualTo("look plan"), "the activity is entered again");
        Assert.That(play.Timers, Is.EqualTo("remind term"), "with fresh boundary timers");
        Assert.That(play.State.FiredTimers.Values.Any(fired => fired.Timer.Element.Value == "term"), Is.False);
        Assert.That(play.CompleteTask("plan").CompleteTask("look").Ended);
    }

    [Test]
    public void A_fired_term_whose_new_instant_has_passed_as_well_keeps_its_escalation()
    {
        var play = Signed().Advance(TimeSpan.FromDays(35)).Correct(To("2026-03-02"));

        Assert.That(play.Active, Is.EqualTo("late look"));
        Assert.That(play.Last.OfType<InstanceEvent.EscalationKept>().Select(e => (e.Element.Value, e.Reason)), Does.Contain(("term", EscalationKeptReason.StillPassed)));
    }

    [Test]
    public void Nothing_is_taken_back_when_the_escalation_task_has_been_completed()
    {
        var graph = new ProcessBuilder("p")
            .Start().To("meeting")
            .UserTask("meeting").To("end")
            .Boundary("term", "meeting", At("=signed")).To("late")
            .UserTask("late", t => t with { EscalationOf = new ElementId("term") }).To("extra")
            .UserTask("extra").To("end")
            .End().Build();
        var play = Play.Of(graph).Start("{signed: \"2026-03-03T00:00:00Z\"}").Advance(TimeSpan.FromDays(2)).CompleteTask("late").Correct("{signed: \"2026-05-01T00:00:00Z\"}");

        Assert.That(play.Active, Is.EqualTo("extra"));
        Assert.That(play.Last.OfType<InstanceEvent.EscalationKept>().Single().Reason, Is.EqualTo(EscalationKeptReason.PathMovedOn));
    }

    [Test]
    public void A_duration_counts_again_from_the_instant_its_host_became_active()
    {
        var play = Play.Of(new ProcessBuilder("p").Start().To("wait").Catch("wait", After("=duration(d)")).To("end").End().Build()).Start("{d: \"P10D\"}");
        var start = play.Now;
        play.Now += TimeSpan.FromDays(3);
        Assert.That(play.Correct("{d: \"P5D\"}").Timer("wait").DueAt, Is.EqualTo(start.AddDays(5)));
    }

    [Test]
    public void A_reminder_taken_back_leaves_the_task_it_reminds_of_open()
    {
        var graph = new ProcessBuilder("p")
            .Start().To("meeting")
            .UserTask("meeting").To("end")
            .Boundary("remind", "meeting", At("=signed"), interrupting: false).To("look")
            .UserTask("look", t => t with { EscalationOf = new ElementId("remind") }).To("end")
            .End().Build();
        var play = Play.Of(graph).Start("{signed: \"2026-03-03T00:00:00Z\"}").Advance(TimeSpan.FromDays(2));
        Assert.That(play.Active, Is.EqualTo("look meeting"));

        play.Correct("{signed: \"2026-05-01T00:00:00Z\"}");
        Assert.That((play.Active, play.Timers), Is.EqualTo(("meeting", "remind")));
    }

    [Test]
    public void What_derived_scripts_gave_follows_the_corrected_facts_and_so_do_timers_that_read_it()
    {
        var graph = new ProcessBuilder("p")
            .Start().To("compute")
            .ScriptTask("compute", "{last: string(date(signed) + duration(\"P30D\"))}", "terms", s => s with { Derived = true }).To("wait")
            .Catch("wait", At("=date(terms.last)")).To("end")
            .End().Build();
        var play = Play.Of(graph).Start("{signed: \"2026-03-01\"}");
        Assert.That(play.Var("terms"), Is.EqualTo("{last: \"2026-03-31\"}"));
        Assert.That(play.Timer("wait").DueAt, Is.EqualTo(new DateTimeOffset(2026, 3, 31, 0, 0, 0, TimeSpan.FromHours(2))), "a plain date begins at midnight in Rome");

        play.Correct("{signed: \"2026-03-11\"}");
        Assert.That(play.Var("terms"), Is.EqualTo("{last: \"2026-04-10\"}"));
        Assert.That(play.Timer("wait").DueAt, Is.EqualTo(new DateTimeOffset(2026, 4, 10, 0, 0, 0, TimeSpan.FromHours(2))));
    }

    [Test]
    public void Facts_that_give_a_timer_no_instant_are_refused_and_nothing_is_written()
    {
        var play = Signed();
        var version = play.State.Version;
        var rejection = play.Try(new Command.CorrectVariables(play.State.Root, Play.Context("{signed: \"soon\"}"), "typing error"));

        Assert.That(rejection?.Reason, Is.EqualTo(RejectionReason.Invalid));
        Assert.That(rejection?.Message, Does.Contain("'remind'"));
        Assert.That(play.State.Version, Is.EqualTo(version));
    }

    [Test]
    public void A_correction_needs_a_reason() =>
        Assert.That(Signed() is var play ? play.Try(new Command.CorrectVariables(play.State.Root, Play.Context("{a: 1}"), " "))?.Reason : null, Is.EqualTo(RejectionReason.Invalid));

    private static Play TwoRuns() => Play.Of(new ProcessBuilder("p")
        .Start().To("meeting", id: "one").To("meeting", id: "two")
        .UserTask("meeting").To("end")
        .Boundary("term", "meeting", At("=due")).To("path")
        .SubProcess("path", sub => sub.Start("in").To("late").UserTask("late", t => t with { EscalationOf = new ElementId("term") }).To("out").End("out")).To("end")
        .End().Build()).Start("{due: \"2026-03-03\"}").Advance(TimeSpan.FromDays(2));

    [Test]
    public void Each_ended_run_gets_its_token_back_and_what_the_withdrawal_leaves_empty_ends_too()
    {
        var play = TwoRuns();
        Assert.That(play.Active, Is.EqualTo("late late"));
        play.Correct("{due: \"2026-06-01\"}");
        Assert.That(play.Active, Is.EqualTo("meeting meeting"));
        Assert.That(play.Living("path"), Is.Empty);
        Assert.That(play.Completed("path"), Is.Zero, "the path is withdrawn, it does not complete");
        Assert.That(play.CompleteTask("meeting").CompleteTask("meeting").Ended);
    }

    [Test]
    public void A_token_whose_escalation_was_dealt_with_does_not_come_back()
    {
        var play = TwoRuns().CompleteTask("late").Correct("{due: \"2026-06-01\"}");
        Assert.That(play.Active, Is.EqualTo("meeting"));
        Assert.That(play.CompleteTask("meeting").Ended);
    }

    [Test]
    public void The_task_of_a_reminding_event_sub_process_is_withdrawn_and_the_scope_ends_when_nothing_else_is_left()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("work").UserTask("work").To("end").End()
            .EventSubProcess("esp", sub => sub.Start("on", At("=due"), interrupting: false).To("look").UserTask("look", t => t with { EscalationOf = new ElementId("on") }).To("out").End("out")).Build())
            .Start("{due: \"2026-03-03\"}").Advance(TimeSpan.FromDays(2)).CompleteTask("work");
        Assert.That(play.Active, Is.EqualTo("look"));
        Assert.That(play.Correct("{due: \"2026-06-01\"}").Ended);
    }

    [Test]
    public void A_correction_leaves_alone_what_a_fired_timer_had_interrupted_and_has_ended_since()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("meeting")
            .SubProcess("meeting", sub => sub
                .Start("in").To("plan").UserTask("plan").To("out").End("out")
                .EventSubProcess("too-late", inner => inner.Start("term", At("=date and time(signed) + duration(\"P30D\")")).To("settle").UserTask("settle").To("settled").End("settled"))).To("after")
            .UserTask("after").To("end")
            .End().Build()).Start(To("2026-03-01")).Advance(TimeSpan.FromDays(40)).CompleteTask("settle");
        Assert.That(play.Active, Is.EqualTo("after"));

        play.Correct(To("2026-12-01"));
        Assert.That(play.Active, Is.EqualTo("after"));
        Assert.That(play.State.Timers, Is.Empty);
    }
}
