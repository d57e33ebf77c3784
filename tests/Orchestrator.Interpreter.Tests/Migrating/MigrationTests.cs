using Orchestrator.Bpmn.Model;
using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Migrating;

/// <summary>What waits goes on waiting under the new version, by its names; what the new version does not have is withdrawn, what is new is opened (docs/migration.md).</summary>
public sealed class MigrationTests
{
    private static ProcessBuilder Review(string task = "review", Func<UserTaskNode, UserTaskNode>? with = null) => new ProcessBuilder("p").Start().To(task).UserTask(task, with).To("end").End();

    [Test]
    public void A_task_goes_on_under_the_new_version_with_its_name_form_and_escalation_and_keeps_who_has_it_and_its_dates()
    {
        var play = Moving.From(
            Review(with: t => t with { Name = "Review", FormId = "old", CandidateGroups = Value("apl"), DueDate = Value("2026-04-01T00:00:00Z"), Priority = Value("70") }),
            Review(with: t => t with { Name = "Second review", FormId = "new", CandidateGroups = Value("regione"), DueDate = Value("2027-01-01T00:00:00Z") }));
        play.Do(new Command.ClaimUserTask(play.Key("review")), Play.Person("ada", "apl"));
        var before = play.Task("review");

        play.Migrate();

        Assert.That(play.Task("review"), Is.EqualTo(before with { Name = "Second review", FormId = "new" }));
        Assert.That(play.State.Definition, Is.EqualTo(new DefinitionKey(2)));
        Assert.That(play.State.StartedUnder, Is.EqualTo(new DefinitionKey(1)));
        Assert.That(play.CompleteTask("review", by: Play.Person("ada")).Ended);
    }

    [Test]
    public void A_renamed_element_is_found_by_the_mapping_and_the_flows_behind_it_are_those_of_the_new_version()
    {
        var play = Moving.From(Review(), new ProcessBuilder("p").Start().To("check").UserTask("check").To("sign").UserTask("sign").To("end").End());
        play.Migrate("review>check");
        Assert.That(play.Last.OfType<InstanceEvent.InstanceMigrated>().Single().Mapping, Is.EqualTo(new[] { new ElementMapping(new("review"), new("check")) }));
        Assert.That(play.Active, Is.EqualTo("check"));
        Assert.That(play.CompleteTask("check").Active, Is.EqualTo("sign"));
    }

    [Test]
    public void A_job_stays_with_the_worker_who_has_it()
    {
        var play = Moving.From(new ProcessBuilder("p").Start().To("send").ServiceTask("send").To("end").End(), new ProcessBuilder("p").Start().To("post").ServiceTask("post").To("end").End());
        play.FailJob("send", 2);
        var before = play.Job("send");
        play.Migrate("send>post");
        Assert.That(play.Job("post"), Is.EqualTo(before), "type, attempt and retries are those that were offered");
        Assert.That(play.CompleteJob("post").Ended);
    }

    [Test]
    public void A_timer_that_is_kept_keeps_its_instant_one_that_is_new_counts_from_the_migration_and_one_that_is_gone_is_disarmed()
    {
        var play = Moving.From(
            Review().Boundary("term", "review", After("P30D")).To("end").Boundary("gone", "review", After("P5D"), interrupting: false).To("end"),
            Review().Boundary("term", "review", After("P60D")).To("end").Boundary("remind", "review", After("P10D"), interrupting: false).To("end"));
        var start = play.Now;
        var term = play.Timer("term").DueAt;
        play.Advance(TimeSpan.FromDays(2));

        play.Migrate();

        Assert.That(play.Timers, Is.EqualTo("remind term"));
        Assert.That(play.Timer("term").DueAt, Is.EqualTo(term), "kept as it was armed");
        Assert.That(play.Timer("remind").DueAt, Is.EqualTo(start.AddDays(12)), "counted from the migration");
        Assert.That(play.Last.OfType<InstanceEvent.TimerDisarmed>().Count(), Is.EqualTo(1));
        Assert.That(play.Advance(TimeSpan.FromDays(28)).Ended, "the term fires on its day");
    }

    [Test]
    public void A_reminder_that_has_reminded_is_not_armed_again()
    {
        var both = Review().Boundary("remind", "review", After("P5D"), interrupting: false).To("end");
        var play = Moving.From(both, Review().Boundary("remind", "review", After("P9D"), interrupting: false).To("end"));
        play.Advance(TimeSpan.FromDays(6));
        Assert.That(play.Migrate().Timers, Is.Empty);
    }

    [Test]
    public void A_new_reminder_whose_date_has_passed_is_skipped_and_a_new_term_that_has_passed_is_due_at_once()
    {
        var play = Moving.From(Review(), Review()
            .Boundary("remind", "review", At("2026-01-01T00:00:00Z"), interrupting: false).To("end")
            .Boundary("term", "review", At("2026-01-02T00:00:00Z")).To("end"));
        play.Migrate();
        Assert.That(play.Last.OfType<InstanceEvent.TimerSkipped>().Single().Reason, Is.EqualTo(TimerSkipReason.PassedWhenArmed));
        Assert.That(play.Active, Is.EqualTo("review"), "the migration itself moves nothing on");
        Assert.That(play.SleepThrough(TimeSpan.Zero).Ended);
    }

    [Test]
    public void Messages_that_are_waited_for_are_kept_opened_and_closed_like_timers()
    {
        var play = Moving.From(
            Review().Boundary("withdraw", "review", Message("Withdrawn")).To("end").Boundary("note", "review", Message("Note"), interrupting: false).To("end"),
            Review().Boundary("retract", "review", Message("Retracted")).To("end").Boundary("urge", "review", Message("Urged"), interrupting: false).To("end"));
        play.Migrate("withdraw>retract");
        Assert.That(play.State.Subscriptions.Values.Select(open => (open.Element.Value, open.MessageName)),
            Is.EquivalentTo(new[] { ("retract", "Withdrawn"), ("urge", "Urged") }), "a kept subscription waits for the message it was opened for");
        Assert.That(play.Message("Withdrawn", "k").Ended);
    }

    [Test]
    public void An_event_gateway_keeps_the_events_behind_it_that_are_still_there()
    {
        static ProcessBuilder Gate(string timer) => new ProcessBuilder("p").Start().To("gate").EventGateway("gate").To("answer").To(timer)
            .Catch("answer", Message("Answer")).To("end").Catch(timer, After("P3D")).To("end").End();
        var play = Moving.From(Gate("late"), Gate("later"));
        play.Migrate();
        Assert.That(play.Timers, Is.EqualTo("later"));
        Assert.That(play.Message("Answer", "k").Ended);
    }

    [Test]
    public void An_event_sub_process_that_is_new_can_start()
    {
        var play = Moving.From(Review(), Review().EventSubProcess("stop", sub => sub.Start("stopped", Message("Stop")).To("out").End("out")));
        play.Migrate().Message("Stop", "k");
        Assert.That(play.Ended);
    }

    [Test]
    public void Items_of_a_multi_instance_in_a_sub_process_go_on_and_those_not_begun_begin_under_the_new_version()
    {
        static ProcessBuilder Each(string task) => new ProcessBuilder("p").Start().To("all")
            .SubProcess("all", sub => sub.Start("in").To(task).UserTask(task).To("out").End("out"), s => s with { MultiInstance = ProcessBuilder.Each("items", sequential: true) }).To("end").End();
        var play = Moving.From(Each("ask"), Each("question"), "{key: \"k\", items: [1, 2]}");
        play.Migrate("ask>question").CompleteTask("question");
        Assert.That(play.Active, Is.EqualTo("question"));
        Assert.That(play.CompleteTask("question").Ended);
    }

    [Test]
    public void Tokens_at_a_join_wait_on_under_the_names_of_the_new_version()
    {
        static ProcessBuilder Fork(string join, string flow) => new ProcessBuilder("p").Start().To("fork").Parallel("fork").To("a").To("b")
            .UserTask("a").To(join, id: flow).UserTask("b").To(join).Parallel(join).To("end").End();
        var play = Moving.From(Fork("join", "f"), Fork("meet", "g"));
        play.CompleteTask("a");
        play.Migrate("join>meet", "f>g", "b-join>b-meet");
        Assert.That(play.State.WaitingTokens.Keys.Single().Flow, Is.EqualTo(new ElementId("g")));
        Assert.That(play.CompleteTask("b").Ended);
    }

    [Test]
    public void A_called_process_stays_under_its_version_while_its_caller_goes_on_under_another()
    {
        static ProcessBuilder Caller(string call) => new ProcessBuilder("p").Start().To(call).Call(call, "inner").To("after").UserTask("after").To("end").End();
        var play = new Moving([Caller("ask").Build(), Caller("call").Build(), new ProcessBuilder("inner").Start().To("work").UserTask("work").To("end").End().Build()], "{key: \"k\"}");
        play.Migrate("ask>call");
        Assert.That(play.State.Elements[play.Key("work")].Definition, Is.EqualTo(new DefinitionKey(3)));
        Assert.That(play.CompleteTask("work").Active, Is.EqualTo("after"));
    }

    [Test]
    public void A_called_process_goes_on_under_another_version_by_itself()
    {
        static ProcessBuilder Inner(string task) => new ProcessBuilder("inner").Start().To(task).UserTask(task).To("end").End();
        var caller = new ProcessBuilder("p").Start().To("ask").Call("ask", "inner").To("end").End();
        var play = new Moving([caller.Build(), Inner("work").Build(), Inner("task").Build()], "{key: \"k\"}");

        // Calls reach the last version of a test's world.
        var called = play.Living("inner").Single().Key;
        play.Do(new Command.MigrateInstance(called, new(2), [new(new("task"), new("work"))]));
        Assert.That(play.State.Definition, Is.EqualTo(new DefinitionKey(1)));
        Assert.That(play.CompleteTask("work").Ended);
    }

    [Test]
    public void An_incident_stays_and_its_retry_runs_under_the_new_version()
    {
        static ProcessBuilder Script(string script) => new ProcessBuilder("p").Start().To("compute").ScriptTask("compute", script, "x").To("decide").Exclusive("decide")
            .To("end", when: "x > 1").End();
        var play = Moving.From(Script("n + 0"), Script("5"));
        Assert.That(play.Incident.Kind, Is.Not.Zero);
        play.Migrate().Resolve();
        Assert.That(play.Ended);
    }

    [Test]
    public void A_timer_that_is_held_for_an_operator_goes_with_its_event()
    {
        var held = Review().Boundary("term", "review", After("P1D", CatchUpPolicy.Ask)).To("end");
        var play = Moving.From(held, Review());
        play.SleepThrough(TimeSpan.FromDays(9));
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.TimerOverdue));
        play.Migrate();
        Assert.That((play.State.Incidents.Count, play.State.Timers.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void A_correction_after_a_migration_takes_back_what_the_renamed_term_had_started()
    {
        static ProcessBuilder Meeting(string term, string task) => new ProcessBuilder("p").Start().To("plan").UserTask("plan").To("end")
            .Boundary(term, "plan", At("=date and time(signed) + duration(\"P30D\")")).To(task)
            .UserTask(task, t => t with { EscalationOf = new ElementId(term) }).To("end").End();
        var play = Moving.From(Meeting("term", "late"), Meeting("deadline", "overdue"), "{key: \"k\", signed: \"2026-01-01T00:00:00Z\"}");
        play.SleepThrough(TimeSpan.Zero);
        Assert.That(play.Active, Is.EqualTo("late"));

        play.Migrate("term>deadline", "late>overdue").Correct("{signed: \"2026-03-01T00:00:00Z\"}");

        Assert.That(play.Active, Is.EqualTo("plan"));
        Assert.That(play.Timers, Is.EqualTo("deadline"));
    }

    [Test]
    public void A_fired_term_that_the_new_version_does_not_have_is_forgotten()
    {
        var play = Moving.From(
            Review().Boundary("term", "review", At("=signed")).To("late").UserTask("late", t => t with { EscalationOf = new ElementId("term") }).To("end"),
            Review().Boundary("other", "review", Error("E")).To("late").UserTask("late").To("end"), "{key: \"k\", signed: \"2026-01-01T00:00:00Z\"}");
        play.SleepThrough(TimeSpan.Zero);
        play.Migrate();
        Assert.That(play.State.FiredTimers, Is.Empty);
        Assert.That(play.Correct("{signed: \"2027-01-01T00:00:00Z\"}").Active, Is.EqualTo("late"));
    }

    [Test]
    public void Going_back_to_the_version_of_before_is_a_migration_like_others()
    {
        var play = Moving.From(Review(), Review().Boundary("remind", "review", After("P1D"), interrupting: false).To("end"));
        play.Migrate();
        play.Do(new Command.MigrateInstance(play.State.Root, new(1), []));
        Assert.That((play.Timers, play.State.Definition.Value, play.State.StartedUnder), Is.EqualTo(("", 1L, (DefinitionKey?)new DefinitionKey(1))));
    }
}
