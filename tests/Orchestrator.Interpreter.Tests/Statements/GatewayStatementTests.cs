using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Statements;

/// <summary>Gateways, by the numbers of the list of behaviour statements (5 to 13; 1 to 4 wait for the inclusive gateway and link events).</summary>
public sealed class GatewayStatementTests
{
    private static Play ForkAndJoin() => Play.Of(new ProcessBuilder("p")
        .Start().To("fork")
        .Parallel("fork").To("a").To("b")
        .UserTask("a").To("merge")
        .UserTask("b").To("join")
        .Exclusive("merge").To("join", id: "upper")
        .Parallel("join").To("after")
        .UserTask("after").To("end")
        .End().Build());

    [Test]
    public void Statement_05_a_parallel_join_needs_a_token_on_every_incoming_flow()
    {
        // Both tokens of the first fork go over the one flow 'upper'.
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("fork")
            .Parallel("fork").To("merge", id: "one").To("merge", id: "two").To("c")
            .Exclusive("merge").To("join", id: "upper")
            .UserTask("c").To("join")
            .Parallel("join").To("end")
            .End().Build()).Start();

        Assert.That(play.All<InstanceEvent.FlowTaken>().Count(e => e.Flow.Value == "upper"), Is.EqualTo(2));
        Assert.That(play.Completed("join"), Is.Zero, "two tokens on one flow do not make a join");
        play.CompleteTask("c");
        Assert.That(play.Completed("join"), Is.EqualTo(1));
    }

    [Test]
    public void Statement_06_surplus_tokens_at_a_parallel_join_are_kept_and_do_not_activate_it()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("fork")
            .Parallel("fork").To("merge", id: "one").To("merge", id: "two").To("c")
            .Exclusive("merge").To("join", id: "upper")
            .UserTask("c").To("join")
            .Parallel("join").To("end")
            .End().Build()).Start().CompleteTask("c");

        Assert.That(play.Completed("join"), Is.EqualTo(1));
        Assert.That(play.State.WaitingTokens.Values.Sum(), Is.EqualTo(1), "the surplus token stays");
        Assert.That(play.Ended, Is.False, "and keeps its scope from completing");
    }

    [Test]
    public void Statement_07_an_exclusive_merge_passes_each_token_through()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("fork")
            .Parallel("fork").To("a").To("b")
            .UserTask("a").To("merge")
            .UserTask("b").To("merge")
            .Exclusive("merge").To("end")
            .End().Build()).Start().CompleteTask("a");

        Assert.That(play.Ended, Is.False);
        play.CompleteTask("b");
        Assert.That(play.Completed("end"), Is.EqualTo(2));
        Assert.That(play.Ended);
    }

    [Test]
    public void Statement_08_several_flows_out_of_a_start_event_or_an_activity_are_all_taken()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("a").To("b")
            .UserTask("a").To("c").To("d")
            .UserTask("b").To("end")
            .UserTask("c").To("end")
            .UserTask("d").To("end")
            .End().Build()).Start();

        Assert.That(play.Active, Is.EqualTo("a b"));
        Assert.That(play.CompleteTask("a").Active, Is.EqualTo("b c d"));
    }

    [Test]
    public void Statement_09_the_condition_on_a_default_flow_is_never_evaluated()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("gate")
            .Exclusive("gate", defaultFlow: "fallback").To("a", when: "false").To("b", when: "1 < \"x\"", id: "fallback")
            .UserTask("a").To("end")
            .UserTask("b").To("end")
            .End().Build()).Start();

        Assert.That(play.Active, Is.EqualTo("b"));
        Assert.That(play.All<InstanceEvent.ConditionsEvaluated>().Single().Outcomes.Select(o => o.Flow.Value), Is.EqualTo(new[] { "gate-a" }));
    }

    [Test]
    public void Statement_10_no_true_condition_and_no_default_flow_is_an_incident_that_can_be_resolved()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("gate")
            .Exclusive("gate").To("a", when: "x > 5").To("b", when: "x < 3")
            .UserTask("a").To("end")
            .UserTask("b").To("end")
            .End().Build()).Start("{x: 4}");

        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.ConditionError));
        Assert.That(play.Active, Is.EqualTo("gate"));
        Assert.That(play.All<InstanceEvent.ConditionsEvaluated>().Single().Outcomes.Select(o => o.Saw["x"].ToString()), Is.EqualTo(new[] { "4", "4" }), "what the conditions saw is kept");

        play.Resolve("{x: 6}");
        Assert.That(play.State.Incidents, Is.Empty);
        Assert.That(play.Active, Is.EqualTo("a"));
    }

    [TestCase("x < 3", "{x: \"four\"}")]
    [TestCase("missing", "{}")]
    [TestCase("x", "{x: 1}")]
    public void Statement_11_a_condition_that_gives_no_boolean_is_an_incident_and_not_false(string condition, string variables)
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("gate")
            .Exclusive("gate", defaultFlow: "gate-b").To("a", when: condition).To("b")
            .UserTask("a").To("end")
            .UserTask("b").To("end")
            .End().Build()).Start(variables);

        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.ExtractValueError));
        Assert.That(play.Active, Is.EqualTo("gate"));
    }

    [Test]
    public void Statement_12_of_two_timers_due_at_the_same_instant_behind_an_event_gateway_only_one_fires()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("wait")
            .EventGateway("wait").To("one").To("two")
            .Catch("one", After("PT1H")).To("a")
            .Catch("two", After("PT1H")).To("b")
            .UserTask("a").To("end")
            .UserTask("b").To("end")
            .End().Build()).Start();
        var late = play.Timer("two").Key;

        play.Now += TimeSpan.FromHours(1);
        play.Fire("one");
        Assert.That(play.Try(new Command.FireTimer(late))?.Reason, Is.EqualTo(RejectionReason.NotFound));
        Assert.That(play.Active, Is.EqualTo("a"));
        Assert.That(play.Entered("two"), Is.Zero);
    }

    [Test]
    public void Statement_13_an_event_gateway_takes_one_message_and_leaves_the_other_for_the_event_that_follows()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("wait")
            .EventGateway("wait").To("first").To("second")
            .Catch("first", Message("m1")).To("then")
            .Catch("second", Message("m2")).To("end")
            .Catch("then", Message("m2")).To("end")
            .End().Build()).Start("{key: \"k\"}");
        var closed = play.Subscription("m2", "k").Key;

        play.Message("m1", "k");
        Assert.That(play.Try(new Command.CorrelateMessage(closed, new(9, "m2", "k"), Play.Context("{}")))?.Reason, Is.EqualTo(RejectionReason.NotFound));
        Assert.That(play.Subscription("m2", "k").Element.Value, Is.EqualTo("then"));
        Assert.That(play.Message("m2", "k").Ended);
    }

    [Test]
    public void A_parallel_join_goes_on_once_both_tokens_are_there()
    {
        var play = ForkAndJoin().Start().CompleteTask("b");
        Assert.That(play.Active, Is.EqualTo("a"));
        Assert.That(play.CompleteTask("a").Active, Is.EqualTo("after"));
        Assert.That(play.CompleteTask("after").Ended);
    }
}
