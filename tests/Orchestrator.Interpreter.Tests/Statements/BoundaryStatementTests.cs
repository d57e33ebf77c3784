using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Statements;

/// <summary>Boundary events and event sub-processes, by the numbers of the list of behaviour statements (14 to 22).</summary>
public sealed class BoundaryStatementTests
{
    [Test]
    public void Statement_14_a_non_interrupting_message_boundary_event_fires_once_per_message_and_stays_open()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("task")
            .UserTask("task").To("end")
            .Boundary("note", "task", Message("m"), interrupting: false).To("read")
            .UserTask("read").To("end")
            .End().Build()).Start("{key: \"k\"}").Message("m", "k").Message("m", "k");

        Assert.That(play.Active, Is.EqualTo("read read task"));
        Assert.That(play.State.Subscriptions, Has.Count.EqualTo(1));
        play.CompleteTask("task");
        Assert.That(play.State.Subscriptions, Is.Empty);
        Assert.That(play.CompleteTask("read").CompleteTask("read").Ended);
    }

    [Test]
    public void Statement_15_an_interrupting_boundary_event_ends_what_is_inside_before_it_starts()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("sub")
            .SubProcess("sub", sub => sub
                .Start("in").To("work")
                .ServiceTask("work").To("out")
                .End("out")).To("end")
            .Boundary("late", "sub", After("PT1H")).To("escalate")
            .UserTask("escalate").To("end")
            .End().Build()).Start();
        var (sub, work) = (play.State.Elements.Values.Single(e => e.Element.Value == "sub").Key, play.Key("work"));

        play.Advance(TimeSpan.FromHours(1));
        var boundary = play.All<InstanceEvent.ElementEntered>().Single(e => e.Element.Value == "late").Scope;
        Assert.That(play.Last.Where(e => e is InstanceEvent.JobCancelled or InstanceEvent.ElementTerminated or InstanceEvent.ElementEntered { Element.Value: "late" }), Is.EqualTo(new InstanceEvent[]
        {
            new InstanceEvent.JobCancelled(work),
            new InstanceEvent.ElementTerminated(work, TerminationCause.Interrupted),
            new InstanceEvent.ElementTerminated(sub, TerminationCause.Interrupted),
            new InstanceEvent.ElementEntered(boundary, play.State.Root, new(1), new("late"), ElementType.BoundaryEvent, null),
        }));
        Assert.That(play.Active, Is.EqualTo("escalate"));
    }

    [Test]
    public void Statement_16_after_an_interrupting_boundary_event_the_variables_of_the_enclosing_scope_count()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("task")
            .ServiceTask("task", t => t with { Inputs = Map("x := 2") }).To("end")
            .Boundary("stop", "task", Message("m"), with: b => b with { Outputs = Map("seen := x") }).To("after")
            .UserTask("after").To("end")
            .End().Build()).Start("{x: 1, key: \"k\"}").Message("m", "k");

        Assert.That(play.Var("seen"), Is.EqualTo("1"));
        Assert.That(play.Var("x"), Is.EqualTo("1"));
    }

    private static ProcessBuilder TwoEventSubProcesses(bool firstInterrupts = true) => new ProcessBuilder("p")
        .Start().To("task")
        .UserTask("task").To("end")
        .End()
        .EventSubProcess("esp1", sub => sub.Start("on1", Message("m1"), firstInterrupts).To("do1").UserTask("do1").To("end1").End("end1"))
        .EventSubProcess("esp2", sub => sub.Start("on2", Message("m2")).To("do2").UserTask("do2").To("end2").End("end2"));

    [Test]
    public void Statement_17_only_one_interrupting_event_sub_process_starts_in_a_scope()
    {
        var play = Play.Of(TwoEventSubProcesses().Build()).Start("{key: \"k\"}");
        var second = play.Subscription("m2", "k").Key;

        play.Message("m1", "k");
        Assert.That(play.State.Subscriptions, Is.Empty);
        Assert.That(play.Try(new Command.CorrelateMessage(second, new(9, "m2", "k"), Play.Context("{}")))?.Reason, Is.EqualTo(RejectionReason.NotFound));
        Assert.That(play.Active, Is.EqualTo("do1"));
        Assert.That(play.CompleteTask("do1").Ended);
    }

    [Test]
    public void Statement_18_an_interrupting_event_sub_process_ends_running_non_interrupting_ones_first()
    {
        var play = Play.Of(TwoEventSubProcesses(firstInterrupts: false).Build()).Start("{key: \"k\"}").Message("m1", "k");
        Assert.That(play.Active, Is.EqualTo("do1 task"));
        var running = play.State.Elements.Values.Single(e => e.Element.Value == "esp1").Key;

        play.Message("m2", "k");
        Assert.That(play.Active, Is.EqualTo("do2"));
        var ended = play.Last.IndexOf(new InstanceEvent.ElementTerminated(running, TerminationCause.Interrupted));
        var began = play.Last.ToList().FindIndex(e => e is InstanceEvent.ElementEntered { Element.Value: "esp2" });
        Assert.That(ended, Is.InRange(0, began));
    }

    [Test]
    public void Statement_19_an_interrupting_event_sub_process_inside_a_sub_process_leaves_its_boundary_events_armed()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("sub")
            .SubProcess("sub", sub => sub
                .Start("in").To("task")
                .UserTask("task").To("out")
                .End("out")
                .EventSubProcess("esp", inner => inner.Start("on", Message("m")).To("do").UserTask("do").To("done").End("done"))).To("end")
            .Boundary("late", "sub", After("PT1H")).To("end")
            .End().Build()).Start("{key: \"k\"}").Message("m", "k");

        Assert.That(play.Active, Is.EqualTo("do"));
        Assert.That(play.Timers, Is.EqualTo("late"));
        Assert.That(play.Advance(TimeSpan.FromHours(1)).Ended);
        Assert.That(play.Completed("late"), Is.EqualTo(1));
    }

    [Test]
    public void Statement_20_a_process_stays_active_until_its_event_sub_processes_have_completed()
    {
        var play = Play.Of(TwoEventSubProcesses(firstInterrupts: false).Build()).Start("{key: \"k\"}").Message("m1", "k").CompleteTask("task");
        Assert.That(play.Ended, Is.False);
        Assert.That(play.CompleteTask("do1").Ended);
    }

    [Test]
    public void Statement_21_interrupting_a_scope_discards_tokens_that_wait_at_a_join()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("fork")
            .Parallel("fork").To("a").To("b")
            .UserTask("a").To("join")
            .UserTask("b").To("join")
            .Parallel("join").To("end")
            .End()
            .EventSubProcess("esp", sub => sub.Start("on", Message("m")).To("do").UserTask("do").To("done").End("done")).Build())
            .Start("{key: \"k\"}").CompleteTask("a");
        Assert.That(play.State.WaitingTokens, Has.Count.EqualTo(1));

        play.Message("m", "k");
        Assert.That(play.State.WaitingTokens, Is.Empty);
        Assert.That(play.CompleteTask("do").Ended);
    }

    [Test]
    public void Statement_22_local_variables_of_an_event_sub_process_stay_inside_unless_they_are_mapped_out()
    {
        static Play Run(params string[] outputs) => Play.Of(new ProcessBuilder("p")
            .Start().To("task")
            .UserTask("task").To("end")
            .End()
            .EventSubProcess("esp", sub => sub.Start("on", Message("m"), interrupting: false).To("done").End("done"), sub => sub with { Outputs = Map(outputs) }).Build())
            .Start("{key: \"k\"}").Message("m", "k", "{note: \"late\"}");

        Assert.That(Run().Var("note"), Is.EqualTo("null"));
        Assert.That(Run("kept := note").Var("kept"), Is.EqualTo("\"late\""));
    }
}
