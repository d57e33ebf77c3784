using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Statements;

/// <summary>Call activities, cancelling, multi-instance and timers, by the numbers of the list of behaviour statements (31 to 34 and 40; 35 and 36 wait for compensation, 37 to 39 are the engine's).</summary>
public sealed class ScopeStatementTests
{
    private static Play Called() => Play.Of(
        new ProcessBuilder("p").Start().To("call").Call("call", "child").To("end").End().Build(),
        new ProcessBuilder("child").Start("cs").To("work").ServiceTask("work").To("ce").End("ce").Build()).Start();

    [Test]
    public void Statement_31_cancelling_the_caller_ends_the_called_process_before_the_caller()
    {
        var play = Called();
        var keys = play.State.Elements.Values.OrderByDescending(e => e.Key).Select(e => e.Element.Value).ToList();

        play.Cancel();
        var byKey = play.All<InstanceEvent.ElementEntered>().ToDictionary(e => e.Scope, e => e.Element.Value);
        Assert.That(keys, Is.EqualTo(new[] { "work", "child", "call", "p" }));
        Assert.That(play.Last.OfType<InstanceEvent.ElementTerminated>().Select(e => byKey.GetValueOrDefault(e.Scope, "p")), Is.EqualTo(keys));
        Assert.That(play.Last[^1], Is.EqualTo(new InstanceEvent.InstanceEnded(InstanceOutcome.Terminated, "no longer wanted")));
    }

    [Test]
    public void Statement_32_a_called_process_cannot_be_cancelled_and_the_refusal_names_the_root()
    {
        var play = Called();
        var child = play.State.Elements.Values.Single(e => e.Element.Value == "child").Key;

        var rejection = play.Try(new Command.CancelInstance(child, "no"));
        Assert.That(rejection?.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That(rejection?.Message, Does.Contain(play.State.Root.ToString()));
    }

    [Test]
    public void Statement_33_a_true_completion_condition_ends_the_other_parallel_instances_and_the_body_completes()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("vote")
            .UserTask("vote", t => t with { MultiInstance = Each("[1, 2, 3]", until: "numberOfCompletedInstances >= 2") }).To("after")
            .UserTask("after").To("end")
            .End().Build()).Start().CompleteTask("vote").CompleteTask("vote");

        Assert.That(play.Active, Is.EqualTo("after"));
        Assert.That(play.All<InstanceEvent.ElementTerminated>().Single().Cause, Is.EqualTo(TerminationCause.CompletionCondition));
        Assert.That(play.All<InstanceEvent.UserTaskCancelled>().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Statement_33_in_a_sequential_loop_no_further_instance_starts()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("try")
            .UserTask("try", t => t with { MultiInstance = Each("[1, 2, 3]", sequential: true, until: "done = true") }).To("end")
            .End().Build()).Start("{done: false}").CompleteTask("try");
        Assert.That(play.Active, Is.EqualTo("try"));

        play.CompleteTask("try", "{done: true}");
        Assert.That(play.Ended);
        Assert.That(play.All<InstanceEvent.UserTaskCreated>().Count(), Is.EqualTo(2));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Statement_34_an_empty_collection_skips_the_activity_and_gives_an_empty_output(bool sequential)
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("each")
            .UserTask("each", t => t with { MultiInstance = Each("[]", sequential: sequential, output: "x", into: "results") }).To("end")
            .End().Build()).Start();

        Assert.That(play.Ended);
        Assert.That(play.LastVar("results"), Is.EqualTo("[]"));
    }

    [Test]
    public void Statement_40_a_cycle_counts_from_the_instant_that_was_due()
    {
        var play = Play.Of(Reminded("R/PT1H").Build()).Start();
        var start = play.Now;

        play.Now += TimeSpan.FromMinutes(61);
        play.Fire("remind");
        Assert.That(play.Timer("remind").DueAt, Is.EqualTo(start.AddHours(2)), "one minute late does not shift the next");
    }

    [Test]
    public void Statement_40_after_downtime_an_overdue_cycle_fires_once_and_goes_on_from_now()
    {
        var play = Play.Of(Reminded("R/PT1H").Build()).Start().SleepThrough(TimeSpan.FromHours(5.5));

        Assert.That(play.All<InstanceEvent.TimerFired>().Count(), Is.EqualTo(1));
        Assert.That(play.Timer("remind").DueAt, Is.EqualTo(play.Now.AddHours(1)));
    }

    private static ProcessBuilder Reminded(string cycle) => new ProcessBuilder("p")
        .Start().To("task")
        .UserTask("task").To("end")
        .Boundary("remind", "task", Every(cycle), interrupting: false).To("end")
        .End();
}
