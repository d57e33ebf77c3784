using Orchestrator.Bpmn.Model;
using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Timers;

public class CalledCorrectionTests
{
    // The term is derived in the called process from the date that it was given.
    private static ProcessGraph Meeting(string id = "meeting") => new ProcessBuilder(id)
        .Start("ms").To("compute")
        .ScriptTask("compute", "string(date(signed) + duration(\"P30D\"))", "last", s => s with { Derived = true }).To("plan")
        .UserTask("plan").To("me")
        .Boundary("term", "plan", At("=date(last)")).To("late")
        .UserTask("late", t => t with { EscalationOf = new ElementId("term") }).To("me")
        .End("me").Build();

    private static ProcessBuilder Caller(Func<CallActivityNode, CallActivityNode>? with = null, string process = "meeting") =>
        new ProcessBuilder("p").Start().To("call").Call("call", process, with).To("end").End();

    private static Func<CallActivityNode, CallActivityNode> Given(params string[] inputs) => call => call with { PropagateAllParent = false, Inputs = Map(inputs) };

    private static DateTimeOffset Midnight(int month, int day, int offset = 1) => new(2026, month, day, 0, 0, 0, TimeSpan.FromHours(offset));

    [Test]
    public void What_was_copied_along_is_copied_again_and_the_term_of_the_called_process_moves()
    {
        var play = Play.Of(Caller().Build(), Meeting()).Start("{signed: \"2026-03-01\"}");
        Assert.That(play.Timer("term").DueAt, Is.EqualTo(Midnight(3, 31, 2)));

        play.Correct("{signed: \"2026-03-11\"}", "signed later");
        Assert.That(play.Timer("term").DueAt, Is.EqualTo(Midnight(4, 10, 2)));
        Assert.That(play.Last.OfType<InstanceEvent.VariablesSet>().Select(e => e.Cause), Is.All.EqualTo(VariableCause.Correction));
        Assert.That(play.Last.OfType<InstanceEvent.TimerDisarmed>().Single().Reason, Is.EqualTo("signed later"));
    }

    [Test]
    public void An_input_that_read_the_fact_is_evaluated_again()
    {
        var play = Play.Of(Caller(Given("signed := string(date(day) + duration(\"P1D\"))")).Build(), Meeting()).Start("{day: \"2026-03-01\"}");
        Assert.That(play.Correct("{day: \"2026-03-11\"}").Timer("term").DueAt, Is.EqualTo(Midnight(4, 11, 2)));
    }

    [Test]
    public void An_input_under_the_name_of_what_it_reads_sees_the_fact_and_not_its_own_copy()
    {
        var play = Play.Of(Caller(Given("signed := signed")).Build(), Meeting()).Start("{signed: \"2026-03-01\"}");
        Assert.That(play.Correct("{signed: \"2026-03-11\"}").Timer("term").DueAt, Is.EqualTo(Midnight(4, 10, 2)));
    }

    [Test]
    public void An_input_that_reads_another_input_follows_it()
    {
        var play = Play.Of(Caller(Given("facts.day := day", "signed := facts.day")).Build(), Meeting()).Start("{day: \"2026-03-01\"}");
        Assert.That(play.Correct("{day: \"2026-03-11\"}").Timer("term").DueAt, Is.EqualTo(Midnight(4, 10, 2)));
    }

    [Test]
    public void An_input_that_reads_nothing_corrected_keeps_the_value_it_had_at_the_call()
    {
        var play = Play.Of(Caller(Given("signed := day", "note := text")).Build(), Meeting()).Start("{day: \"2026-03-01\", text: \"first\"}").Set("{text: \"second\"}");
        var called = play.State.Elements.Values.Single(element => element.Element.Value == "meeting").Key;
        play.Correct("{day: \"2026-03-11\"}");
        Assert.That(play.State.Elements[called].Variables["note"].ToString(), Is.EqualTo("\"first\""));
    }

    [Test]
    public void A_correction_that_changes_no_input_leaves_the_called_process_alone()
    {
        var play = Play.Of(Caller(Given("signed := day")).Build(), Meeting()).Start("{day: \"2026-03-01\", other: 1}");
        var before = play.Timer("term");
        play.Correct("{other: 2}");
        Assert.That(play.Timer("term"), Is.EqualTo(before));
        Assert.That(play.Last.OfType<InstanceEvent.VariablesSet>().Count(), Is.EqualTo(1));
    }

    [Test]
    public void A_copy_that_the_called_process_has_changed_since_is_its_own()
    {
        var child = new ProcessBuilder("meeting").Start("ms").To("again").ScriptTask("again", "n + 1", "n").To("plan").UserTask("plan").To("me").End("me").Build();
        var play = Play.Of(Caller().Build(), child).Start("{n: 1}").Correct("{n: 7}").CompleteTask("plan");
        Assert.That(play.LastVar("n"), Is.EqualTo("2"), "the called process had counted on and gives its own back");
    }

    [Test]
    public void The_corrected_fact_is_not_overwritten_when_the_called_process_returns()
    {
        var play = Play.Of(Caller().Build(), Meeting()).Start("{signed: \"2026-03-01\"}").Correct("{signed: \"2026-03-11\"}").CompleteTask("plan");
        Assert.That(play.LastVar("signed"), Is.EqualTo("\"2026-03-11\""));
    }

    [Test]
    public void It_goes_through_a_call_inside_a_call()
    {
        var middle = new ProcessBuilder("middle").Start("xs").To("inner").Call("inner", "meeting", Given("signed := begun")).To("xe").End("xe").Build();
        var play = Play.Of(Caller(Given("begun := day"), "middle").Build(), middle, Meeting()).Start("{day: \"2026-03-01\"}");
        Assert.That(play.Correct("{day: \"2026-03-11\"}").Timer("term").DueAt, Is.EqualTo(Midnight(4, 10, 2)));
    }

    [Test]
    public void What_a_derived_script_of_the_caller_gave_reaches_the_called_process_too()
    {
        var caller = new ProcessBuilder("p")
            .Start().To("derive")
            .ScriptTask("derive", "string(date(day) + duration(\"P2D\"))", "begun", s => s with { Derived = true }).To("call")
            .Call("call", "meeting", Given("signed := begun")).To("end").End().Build();
        var play = Play.Of(caller, Meeting()).Start("{day: \"2026-03-01\"}");
        Assert.That(play.Correct("{day: \"2026-03-11\"}").Timer("term").DueAt, Is.EqualTo(Midnight(4, 12, 2)));
    }

    [Test]
    public void An_escalation_in_the_called_process_is_withdrawn_and_its_token_comes_back()
    {
        var play = Play.Of(Caller().Build(), Meeting()).Start("{signed: \"2026-03-01\"}").Advance(TimeSpan.FromDays(35));
        Assert.That(play.Active, Is.EqualTo("late"));

        play.Correct("{signed: \"2026-03-20\"}", "misread");
        Assert.That((play.Active, play.Timers), Is.EqualTo(("plan", "term")));
        Assert.That(play.Last.OfType<InstanceEvent.EscalationWithdrawn>().Single().Reason, Is.EqualTo("misread"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Each_item_of_a_multi_instance_call_has_its_own_input_again(bool sequential)
    {
        var caller = Caller(call => call with
        {
            PropagateAllParent = false, MultiInstance = Each("[1, 5]", "days", sequential), Inputs = Map("days := days * factor", "signed := string(date(day) + duration(\"P\" + string(days) + \"D\"))"),
        });
        var play = Play.Of(caller.Build(), Meeting()).Start("{day: \"2026-03-01\", factor: 1}").Correct("{factor: 2}");
        DateTimeOffset[] expected = sequential ? [Midnight(4, 2, 2)] : [Midnight(4, 2, 2), Midnight(4, 10, 2)];
        Assert.That(play.State.Timers.Values.Select(timer => timer.DueAt), Is.EqualTo(expected));
    }

    [Test]
    public void Facts_that_give_an_input_no_value_are_refused_and_nothing_is_written()
    {
        var play = Play.Of(Caller(Given("signed := string(date(day) + duration(\"P1D\"))")).Build(), Meeting()).Start("{day: \"2026-03-01\"}");
        var version = play.State.Version;
        var rejection = play.Try(new Command.CorrectVariables(play.State.Root, Play.Context("{day: \"soon\"}"), "typing error"));
        Assert.That((rejection!.Reason, play.State.Version), Is.EqualTo((RejectionReason.Invalid, version)));
        Assert.That(rejection.Message, Does.Contain("'call'").Or.Contain("'compute'"));
    }

    [Test]
    public void A_term_of_the_called_process_itself_that_has_fired_is_found_in_its_own_drawing()
    {
        var called = new ProcessBuilder("meeting").Start("ms").To("plan").UserTask("plan").To("me").End("me")
            .EventSubProcess("too-late", sub => sub.Start("term", At("=date and time(signed) + duration(\"P30D\")")).To("settle").UserTask("settle").To("settled").End("settled")).Build();
        var play = Play.Of(Caller().Build(), called).Start("{signed: \"2026-03-01T00:00:00Z\"}").Advance(TimeSpan.FromDays(31));
        Assert.That(play.Active, Does.Contain("settle"));

        play.Correct("{signed: \"2026-03-20T00:00:00Z\"}", "wrong date");

        Assert.That(play.Last.OfType<InstanceEvent.EscalationKept>().Single().Reason, Is.EqualTo(EscalationKeptReason.NotReversible));
        Assert.That(play.Active, Does.Contain("settle"));
    }
}
