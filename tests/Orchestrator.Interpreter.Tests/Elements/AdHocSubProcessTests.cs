using Orchestrator.Bpmn.Model;
using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Elements;

public class AdHocSubProcessTests
{
    private static readonly Actor Operator = Play.Person("anna", "cpi:09");

    private static ProcessBuilder Modules(string? activate = null, string? until = null, Func<AdHocSubProcessNode, AdHocSubProcessNode>? with = null) => new ProcessBuilder("p")
        .Start().To("modules")
        .AdHoc("modules", inner => inner
            .UserTask("talk").To("report").UserTask("report")
            .UserTask("course")
            .UserTask("close"), activate, until, with).To("end")
        .End();

    [Test]
    public void Without_a_list_nothing_begins_and_it_waits_for_a_choice()
    {
        var play = Play.Of(Modules().Build()).Start();
        Assert.That(play.Active, Is.EqualTo("modules"));

        play.Activate("modules", "talk").CompleteTask("talk");
        Assert.That(play.Active, Is.EqualTo("report"), "flows inside are followed");
        play.CompleteTask("report");
        Assert.That(play.Ended, Is.True, "nothing is active any more");
    }

    [Test]
    public void The_elements_of_the_list_begin_on_entry_each_once()
    {
        var play = Play.Of(Modules("chosen").Build()).Start("""{chosen: ["course", "talk", "course"]}""");
        Assert.That(play.Active, Is.EqualTo("course talk"));

        play.CompleteTask("course").Activate("modules", "course", "close").CompleteTask("close").CompleteTask("course").CompleteTask("talk");
        Assert.That(play.Active, Is.EqualTo("report"));
        play.CompleteTask("report");
        Assert.That((play.Ended, play.Completed("course")), Is.EqualTo((true, 2)));
    }

    [Test]
    public void An_empty_list_is_done_at_once() => Assert.That(Play.Of(Modules("[]").Build()).Start().Ended, Is.True);

    [TestCase("""{chosen: ["report"]}""")]
    [TestCase("""{chosen: ["nobody"]}""")]
    [TestCase("{chosen: [1]}")]
    [TestCase("{}")]
    public void A_list_of_anything_else_is_an_incident_that_can_be_put_right(string variables)
    {
        var play = Play.Of(Modules("chosen").Build()).Start(variables);
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.ExtractValueError));

        play.Resolve("""{chosen: ["talk"]}""");
        Assert.That(play.Active, Is.EqualTo("talk"));
    }

    [Test]
    public void When_the_condition_holds_the_rest_is_ended()
    {
        var play = Play.Of(Modules("""["talk", "close"]""", "closed = true").Build()).Start("{closed: false}");
        play.CompleteTask("talk").CompleteTask("report");
        Assert.That(play.Active, Is.EqualTo("close"));
        play.Activate("modules", "course").CompleteTask("close", "{closed: true}");

        Assert.That(play.Ended, Is.True);
        Assert.That(play.All<InstanceEvent.ElementTerminated>().Select(e => e.Cause), Is.All.EqualTo(TerminationCause.CompletionCondition));
    }

    [Test]
    public void When_the_condition_holds_the_rest_is_waited_for_if_it_is_not_to_be_cancelled()
    {
        var play = Play.Of(Modules("""["talk", "close"]""", "closed = true", adHoc => adHoc with { CancelRemaining = false }).Build()).Start("{closed: false}");
        play.CompleteTask("close", "{closed: true}");
        Assert.That(play.Active, Is.EqualTo("talk"));
        play.CompleteTask("talk").CompleteTask("report");
        Assert.That(play.Ended, Is.True);
    }

    [Test]
    public void A_condition_that_does_not_hold_keeps_it_open_for_more_choices()
    {
        var play = Play.Of(Modules("""["talk"]""", "closed = true").Build()).Start("{closed: false}");
        play.CompleteTask("talk").CompleteTask("report");
        Assert.That(play.Active, Is.EqualTo("modules"));

        play.Activate("modules", "close").CompleteTask("close", "{closed: true}");
        Assert.That(play.Ended, Is.True);
    }

    [Test]
    public void A_condition_that_holds_on_entry_ends_it_there() => Assert.That(Play.Of(Modules(null, "closed = true").Build()).Start("{closed: true}").Ended, Is.True);

    [Test]
    public void A_condition_that_gives_no_boolean_is_an_incident_on_the_sub_process()
    {
        var play = Play.Of(Modules("""["talk"]""", "closed").Build()).Start("{closed: 7}").CompleteTask("talk").CompleteTask("report");
        Assert.That(play.State.Elements[play.Incident.Scope].Type, Is.EqualTo(ElementType.AdHocSubProcess));

        play.Resolve("{closed: true}");
        Assert.That(play.Ended, Is.True);
    }

    [Test]
    public void Each_choice_has_variables_of_its_own_that_the_whole_path_sees()
    {
        var graph = new ProcessBuilder("p")
            .Start().To("modules")
            .AdHoc("modules", inner => inner.UserTask("talk", task => task with { Inputs = Map("seen := topic") }).To("note").ScriptTask("note", "topic + \"!\"", "noted"), until: "count(notes) = 2", with: adHoc => adHoc with
            {
                OutputCollection = "notes", OutputElement = Expression("topic"),
            }).To("end")
            .End().Build();
        var play = Play.Of(graph).Start();
        foreach (var topic in (string[])["law", "money"])
            play.Do(new Command.ActivateAdHoc(play.Key("modules"), [new AdHocChoice(new("talk"), Play.Context($"{{topic: \"{topic}\"}}"))], false)).CompleteTask("talk");

        Assert.That(play.Ended, Is.True);
        Assert.That(play.LastVar("notes"), Is.EqualTo("[\"law\", \"money\"]"));
        Assert.That((play.LastVar("noted"), play.LastVar("topic")), Is.EqualTo(("\"money!\"", "-")));
    }

    [Test]
    public void Outputs_choose_what_leaves()
    {
        var graph = Modules("""["course"]""", null, adHoc => adHoc with { OutputCollection = "marks", OutputElement = Expression("mark"), Outputs = Map("best := max(marks)") }).Build();
        var play = Play.Of(graph).Start().Activate("modules", "close").CompleteTask("course", "{mark: 7}").CompleteTask("close", "{mark: 9}");
        Assert.That((play.LastVar("best"), play.LastVar("marks")), Is.EqualTo(("9", "-")));
    }

    [Test]
    public void A_choice_may_end_what_was_begun_before()
    {
        var play = Play.Of(Modules("""["talk", "course"]""").Build()).Start();
        play.Do(play.Choosing("modules", "close") with { CancelRemaining = true });
        Assert.That(play.Active, Is.EqualTo("close"));
        Assert.That(play.All<InstanceEvent.ElementTerminated>().Select(e => e.Cause), Is.All.EqualTo(TerminationCause.Cancelled));
    }

    [Test]
    public void Only_the_groups_named_and_supervisors_may_choose()
    {
        var play = Play.Of(Modules(with: adHoc => adHoc with { StarterGroups = Value("=\"cpi:\" + centre") }).Build()).Start("{centre: \"09\"}");
        Assert.That(play.Try(play.Choosing("modules", "talk"), Play.Person("bruno", "cpi:10"))!.Reason, Is.EqualTo(RejectionReason.NotAllowed));
        Assert.That(play.Try(play.Choosing("modules", "talk"), Operator), Is.Null);
        Assert.That(play.Try(play.Choosing("modules", "course"), Play.Person("carla", "supervisor")), Is.Null);
        Assert.That(play.Active, Is.EqualTo("course talk"));
    }

    [Test]
    public void One_that_names_no_group_is_left_to_supervisors()
    {
        var play = Play.Of(Modules().Build()).Start();
        Assert.That(play.Try(play.Choosing("modules", "talk"), Operator)!.Reason, Is.EqualTo(RejectionReason.NotAllowed));
    }

    [Test]
    public void What_cannot_be_chosen_is_refused_and_nothing_begins()
    {
        var play = Play.Of(Modules().Build()).Start();
        foreach (var elements in (string[][])[["report"], ["end"], ["nobody"], [], ["talk", "talk"], ["talk", "report"]])
            Assert.That(play.Try(play.Choosing("modules", elements))?.Reason, Is.EqualTo(RejectionReason.Invalid), string.Join(' ', elements));
        Assert.That(play.Active, Is.EqualTo("modules"));

        var root = new Command.ActivateAdHoc(play.State.Root, [new AdHocChoice(new("talk"), Feel.FeelContext.Empty)], false);
        Assert.That(play.Try(root)!.Reason, Is.EqualTo(RejectionReason.NotFound));
        var gone = play.Choosing("modules", "talk");
        play.Activate("modules", "close").CompleteTask("close");
        Assert.That(play.Try(gone)!.Reason, Is.EqualTo(RejectionReason.WrongState));
    }

    [Test]
    public void A_boundary_event_takes_everything_inside_with_it()
    {
        var graph = new ProcessBuilder("p")
            .Start().To("modules")
            .AdHoc("modules", inner => inner.UserTask("talk").UserTask("course"), "[\"talk\"]").To("end")
            .Boundary("late", "modules", After("P10D")).To("end")
            .Boundary("remind", "modules", After("P2D"), interrupting: false).To("nudge")
            .UserTask("nudge").To("end")
            .End().Build();
        var play = Play.Of(graph).Start().Activate("modules", "course").Advance(TimeSpan.FromDays(3));
        Assert.That(play.Active, Is.EqualTo("course nudge talk"));
        play.Advance(TimeSpan.FromDays(10));
        Assert.That((play.Active, play.Entered("late")), Is.EqualTo(("nudge", 1)), "once, not once a path");
    }

    [Test]
    public void An_error_inside_a_path_goes_to_the_border_of_the_sub_process()
    {
        var graph = new ProcessBuilder("p")
            .Start().To("modules")
            .AdHoc("modules", inner => inner.ServiceTask("ask").UserTask("talk"), "[\"ask\", \"talk\"]").To("end")
            .Boundary("refused", "modules", Error("NO")).To("end")
            .End().Build();
        var play = Play.Of(graph).Start().ThrowError("ask", "NO");
        Assert.That((play.Ended, play.Completed("refused")), Is.EqualTo((true, 1)));
    }

    [Test]
    public void An_interrupting_event_sub_process_ends_the_choosing()
    {
        var graph = new ProcessBuilder("p")
            .Start().To("modules")
            .AdHoc("modules", inner => inner.UserTask("talk").UserTask("course").EventSubProcess("stop", sub => sub
                .Start("called-off", Message("Off")).To("tidy").UserTask("tidy").To("tidied").End("tidied")), "[\"talk\"]", "false").To("end")
            .End().Build();
        var play = Play.Of(graph).Start("{key: \"k\"}").Message("Off", "k");
        Assert.That(play.Active, Is.EqualTo("tidy"));
        Assert.That(play.Try(play.Choosing("modules", "course"))!.Reason, Is.EqualTo(RejectionReason.WrongState));
        play.CompleteTask("tidy");
        Assert.That(play.Ended, Is.True);
    }

    [Test]
    public void A_multi_instance_has_one_for_each_item()
    {
        var play = Play.Of(Modules("[item]", null, adHoc => adHoc with { MultiInstance = Each("[\"course\", \"close\"]") }).Build()).Start();
        Assert.That(play.Active, Is.EqualTo("close course"));
        play.CompleteTask("course").CompleteTask("close");
        Assert.That(play.Ended, Is.True);
    }

    [Test]
    public void A_join_inside_a_path_waits_for_the_tokens_of_that_path()
    {
        var graph = new ProcessBuilder("p")
            .Start().To("modules")
            .AdHoc("modules", inner => inner
                .Parallel("fork").To("left").To("right").UserTask("left").To("join").UserTask("right").To("join").Parallel("join").To("sum").ScriptTask("sum", "1", "one")).To("end")
            .End().Build();
        var play = Play.Of(graph).Start().Activate("modules", "fork").Activate("modules", "fork");
        play.CompleteTask("left").CompleteTask("left");
        Assert.That(play.Completed("sum"), Is.Zero, "both tokens came from different paths or flows");
        play.CompleteTask("right").CompleteTask("right");
        Assert.That((play.Ended, play.Completed("sum")), Is.EqualTo((true, 2)));
    }

    [Test]
    public void A_called_process_can_be_chosen()
    {
        var called = new ProcessBuilder("module").Start("s").To("session").UserTask("session").To("e").End("e").Build();
        var graph = new ProcessBuilder("p").Start().To("modules").AdHoc("modules", inner => inner.Call("call", "module")).To("end").End().Build();
        var play = Play.Of(graph, called).Start().Activate("modules", "call").CompleteTask("session", "{mark: 1}");
        Assert.That((play.Ended, play.LastVar("mark")), Is.EqualTo((true, "1")));
    }

    [Test]
    public void Cancelling_the_case_ends_every_path()
    {
        var play = Play.Of(Modules("""["talk", "course"]""").Build()).Start().Cancel();
        Assert.That((play.State.Outcome, play.State.Elements.Count), Is.EqualTo((InstanceOutcome.Terminated, 0)));
    }
}
