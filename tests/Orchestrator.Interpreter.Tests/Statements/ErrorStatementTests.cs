using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Statements;

/// <summary>Errors and terminate, by the numbers of the list of behaviour statements (23 to 27 and 30; 28 and 29 wait for escalation events).</summary>
public sealed class ErrorStatementTests
{
    // Every level that can catch does so under its own name, unless it is left out.
    private static Play Levels(bool onTask, bool inScope, bool onScope, bool onCall)
    {
        var child = new ProcessBuilder("child").Start("cs").To("sub");
        child.SubProcess("sub", sub =>
        {
            sub.Start("in").To("task").ServiceTask("task").To("out").End("out");
            if (onTask) sub.Boundary("at-task", "task", Error("E")).To("out");
            if (inScope) sub.EventSubProcess("esp", inner => inner.Start("in-scope", Error("E")).To("handled").End("handled"));
        }).To("ce").End("ce");
        if (onScope) child.Boundary("at-scope", "sub", Error("E")).To("ce");
        var parent = new ProcessBuilder("p").Start().To("call").Call("call", "child").To("end").End();
        if (onCall) parent.Boundary("at-call", "call", Error("E")).To("end");
        return Play.Of(parent.Build(), child.Build()).Start().ThrowError("task", "E");
    }

    [TestCase(true, true, true, true, "at-task")]
    [TestCase(false, true, true, true, "in-scope")]
    [TestCase(false, false, true, true, "at-scope")]
    [TestCase(false, false, false, true, "at-call")]
    public void Statement_23_an_error_is_caught_by_the_nearest_enclosing_catcher(bool onTask, bool inScope, bool onScope, bool onCall, string catcher)
    {
        var play = Levels(onTask, inScope, onScope, onCall);
        Assert.That(play.All<InstanceEvent.ErrorCaught>().Single().Catcher.Value, Is.EqualTo(catcher));
        Assert.That(play.Ended);
    }

    [Test]
    public void Statement_23_an_error_that_nobody_catches_is_an_incident()
    {
        var play = Levels(false, false, false, false);
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.UnhandledErrorEvent));
        Assert.That(play.Active, Is.EqualTo("task"));
        play.Resolve();
        Assert.That(play.Job("task").RetriesLeft, Is.EqualTo(1), "the job is on offer again");
        Assert.That(play.CompleteJob("task").Ended);
    }

    [Test]
    public void Statement_24_the_matching_code_wins_over_a_catcher_of_every_error_that_stands_before_it()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("task")
            .ServiceTask("task").To("end")
            .Boundary("any", "task", Error()).To("end")
            .Boundary("exact", "task", Error("E")).To("end")
            .End().Build());

        Assert.That(play.Start().ThrowError("task", "E").All<InstanceEvent.ErrorCaught>().Single().Catcher.Value, Is.EqualTo("exact"));
    }

    [Test]
    public void Statement_25_an_error_inside_an_error_event_sub_process_is_not_caught_by_the_same_one()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("task")
            .ServiceTask("task").To("end")
            .End()
            .EventSubProcess("esp", sub => sub.Start("on", Error("E")).To("again").ServiceTask("again").To("done").End("done")).Build())
            .Start().ThrowError("task", "E").ThrowError("again", "E");

        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.UnhandledErrorEvent));
        Assert.That(play.Active, Is.EqualTo("again"));
        Assert.That(play.Entered("esp"), Is.EqualTo(1));
    }

    [Test]
    public void Statement_26_an_error_end_event_without_catcher_gives_an_incident_that_comes_back_when_nothing_has_changed()
    {
        var play = Play.Of(new ProcessBuilder("p").Start().To("end").End("end", Error("E")).Build()).Start();
        var first = play.Incident;

        play.Resolve();
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.UnhandledErrorEvent));
        Assert.That(play.Incident.Key, Is.Not.EqualTo(first.Key));
        Assert.That(play.Ended, Is.False);
    }

    [Test]
    public void Statement_27_an_error_boundary_event_on_a_multi_instance_ends_the_body_and_all_instances()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("task")
            .ServiceTask("task", t => t with { MultiInstance = Each("[1, 2, 3]") }).To("end")
            .Boundary("caught", "task", Error("E")).To("after")
            .UserTask("after").To("end")
            .End().Build()).Start().ThrowError("task", "E", "{why: \"no\"}");

        Assert.That(play.Active, Is.EqualTo("after"));
        Assert.That(play.All<InstanceEvent.ElementTerminated>().Count(e => e.Cause == TerminationCause.Error), Is.EqualTo(4));
        Assert.That(play.Var("why"), Is.EqualTo("\"no\""), "the variables of the error are written outside");
    }

    [Test]
    public void Statement_30_a_terminate_end_event_ends_its_own_scope_which_completes()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("fork")
            .Parallel("fork").To("sub").To("beside")
            .SubProcess("sub", sub => sub
                .Start("in").To("split")
                .Parallel("split").To("work").To("stop")
                .UserTask("work").To("out")
                .UserTask("stop").To("kill")
                .End("out")
                .End("kill", new Orchestrator.Bpmn.Model.EventDefinition.Terminate())).To("after")
            .UserTask("after").To("end")
            .UserTask("beside").To("end")
            .End().Build()).Start().CompleteTask("stop");

        Assert.That(play.Active, Is.EqualTo("after beside"));
        Assert.That(play.Completed("sub"), Is.EqualTo(1));
        Assert.That(play.All<InstanceEvent.ElementTerminated>().Single().Cause, Is.EqualTo(TerminationCause.TerminateEnd));
    }

    [Test]
    public void Statement_30_in_a_multi_instance_a_terminate_end_event_ends_one_instance()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("sub")
            .SubProcess("sub", sub => sub
                .Start("in").To("fork")
                .Parallel("fork").To("stop").To("work")
                .UserTask("stop").To("kill")
                .UserTask("work").To("kill")
                .End("kill", new Orchestrator.Bpmn.Model.EventDefinition.Terminate()), s => s with { MultiInstance = Each("[1, 2]") }).To("end")
            .End().Build()).Start().CompleteTask("stop");

        Assert.That(play.Active, Is.EqualTo("stop work"));
        Assert.That(play.CompleteTask("work").Ended);
    }
}
