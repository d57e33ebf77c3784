using Orchestrator.Feel;
using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Elements;

/// <summary>Where variables are read and written: the rules of Camunda 8.</summary>
public sealed class VariableTests
{
    private static Play Service(string start, string[] inputs, string[] outputs) => Play.Of(new ProcessBuilder("p")
        .Start().To("work")
        .ServiceTask("work", t => t with { Inputs = Map(inputs), Outputs = Map(outputs) }).To("stay")
        .UserTask("stay").To("end")
        .End().Build()).Start(start);

    [Test]
    public void Without_outputs_what_a_job_gives_is_written_where_it_is_visible_or_at_the_root()
    {
        var play = Service("{a: 1}", ["x := a"], []).CompleteJob("work", "{a: 2, b: 3, x: 9}");
        Assert.That((play.Var("a"), play.Var("b"), play.Var("x")), Is.EqualTo(("2", "3", "null")), "x was local and stays so");
    }

    [Test]
    public void With_outputs_only_what_they_name_leaves_the_activity()
    {
        var play = Service("{a: 1}", [], ["sum := a + b"]).CompleteJob("work", "{a: 5, b: 3}");
        Assert.That((play.Var("a"), play.Var("b"), play.Var("sum")), Is.EqualTo(("1", "null", "8")));
    }

    [Test]
    public void Targets_may_be_paths_and_each_mapping_sees_those_before_it()
    {
        var play = Service("{deep: {old: 1}}", ["inner.a := 1", "inner.b := inner.a + 1"], ["deep.new := inner.b", "twice := deep.new * 2"]).CompleteJob("work", "{done: true}");
        Assert.That(play.Var("deep"), Is.EqualTo("{old: 1, new: 2}"), "a path adds to the context that is there");
        Assert.That(play.Var("twice"), Is.EqualTo("4"));
    }

    [Test]
    public void An_output_updates_the_innermost_scope_that_has_the_variable()
    {
        var play = Play.Of(new ProcessBuilder("p")
            .Start().To("sub")
            .SubProcess("sub", sub => sub.Start("in").To("script").ScriptTask("script", "x + 1", "x").To("stay").UserTask("stay").To("out").End("out"), s => s with { Inputs = Map("x := 10") }).To("end")
            .End().Build()).Start("{x: 1}");
        Assert.That(play.Var("x"), Is.EqualTo("1"));
        Assert.That(play.State.Elements.Values.Single(e => e.Element.Value == "sub").Variables["x"].ToString(), Is.EqualTo("11"));
    }

    [Test]
    public void A_missing_variable_maps_to_null_and_a_broken_mapping_is_an_incident()
    {
        Assert.That(Service("{}", ["x := missing"], []).Active, Is.EqualTo("work"));
        var play = Service("{}", ["x := date(\"soon\")"], []);
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.IoMappingError));
        Assert.That(play.All<InstanceEvent.JobCreated>(), Is.Empty);
    }

    [Test]
    public void A_broken_output_leaves_the_work_done_and_is_tried_again_with_what_was_answered()
    {
        var play = Service("{}", [], ["n := number(text)", "m := n + 1"]).CompleteJob("work", "{text: \"five\"}");
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.IoMappingError));
        Assert.That(play.Var("n"), Is.EqualTo("null"), "nothing of a failing step is written");

        play.Resolve("{text: \"5\"}");
        Assert.That((play.Var("n"), play.Var("m"), play.Active), Is.EqualTo(("5", "6", "stay")));
        Assert.That(play.All<InstanceEvent.JobCreated>().Count(), Is.EqualTo(1), "the work is not done twice");
    }

    [Test]
    public void Dates_and_durations_are_kept_as_their_texts()
    {
        var play = Service("{}", [], ["day := @\"2026-03-02\"", "list := [duration(\"P3D\"), {at: @\"2026-03-02T10:00:00Z\"}]", "range := [1..2]"]).CompleteJob("work", "{a: 1}");
        Assert.That(play.Var("day"), Is.EqualTo("\"2026-03-02\""));
        Assert.That(play.Var("list"), Is.EqualTo("[\"P3D\", {at: \"2026-03-02T10:00:00Z\"}]"));
        Assert.That(play.Var("range"), Is.EqualTo("null"), "a range has no JSON");
    }

    [Test]
    public void Variables_are_set_from_outside_where_visible_or_in_one_scope()
    {
        var play = Service("{a: 1}", [], []);
        play.Do(new Command.SetVariables(play.Key("work"), Play.Context("{a: 2, b: 3}"), false));
        play.Do(new Command.SetVariables(play.Key("work"), Play.Context("{a: 9}"), true));
        Assert.That((play.Var("a"), play.Var("b"), play.State.Elements[play.Key("work")].Variables["a"].ToString()), Is.EqualTo(("2", "3", "9")));
        Assert.That(play.Try(new Command.SetVariables(play.State.Root, Play.Context("{}"), false))?.Reason, Is.EqualTo(RejectionReason.Invalid));
    }

    [Test]
    public void A_called_process_sees_only_what_it_is_given_and_gives_back_what_is_mapped()
    {
        var child = new ProcessBuilder("child").Start("cs").To("work").ServiceTask("work").To("ce").End("ce").Build();
        Play Called(bool all, params string[] outputs) => Play.Of(new ProcessBuilder("p")
            .Start().To("call")
            .Call("call", "child", c => c with { PropagateAllParent = all, Inputs = Map("x := a + 1"), Outputs = Map(outputs) }).To("stay")
            .UserTask("stay").To("end")
            .End().Build(), child).Start("{a: 1}");

        var play = Called(all: false);
        var root = play.State.Elements.Values.Single(e => e.Element.Value == "child");
        Assert.That(root.Variables.ToString(), Is.EqualTo("{x: 2}"));
        play.CompleteJob("work", "{r: 7, a: 5}");
        Assert.That((play.Var("r"), play.Var("a"), play.Var("x")), Is.EqualTo(("7", "5", "null")), "x was local to the call");

        play = Called(all: true, "result := r").CompleteJob("work", "{r: 7, a: 5}");
        Assert.That((play.Var("result"), play.Var("r"), play.Var("a")), Is.EqualTo(("7", "null", "1")));
    }

    // Half a surrogate pair is no text: no encoding can keep it, so what would be read back is another value than the one decided on.
    [Test]
    public void What_is_no_text_in_a_variable_is_kept_as_it_will_be_read_back()
    {
        var play = Play.Of(new ProcessBuilder("p").Start().To("task").UserTask("task").To("end").End().Build());
        play.Do(new Command.StartInstance(new(1), null, FeelContext.Of(("half", FeelValue.Of("a\ud800b")), ("list", FeelList.From([FeelValue.Of("\udc00")]))), null, null));

        Assert.That(play.Var("half"), Is.EqualTo("\"a\ufffdb\""));
        Assert.That(play.Var("list"), Is.EqualTo("[\"\ufffd\"]"));
    }

    [Test]
    public void Keys_that_no_database_can_keep_are_refused_or_an_incident()
    {
        var play = Play.Of(new ProcessBuilder("p").Start().To("wait").Catch("wait", Message("m")).To("end").End().Build());
        Assert.That(play.Try(new Command.StartInstance(new(1), "AG\0", FeelContext.Empty, null, null))?.Reason, Is.EqualTo(RejectionReason.Invalid));

        play.Do(new Command.StartInstance(new(1), null, FeelContext.Of(("key", FeelValue.Of("k\0"))), null, null));
        Assert.That(play.Incident.Kind, Is.EqualTo(IncidentKind.ExtractValueError));
    }

    [Test]
    public void The_limit_of_variables_counts_bytes_and_not_characters()
    {
        var play = Play.Of(new ProcessBuilder("p").Start().To("task").UserTask("task").To("end").End().Build());
        FeelContext Euros(int count) => FeelContext.Of(("text", FeelValue.Of(new string('\u20ac', count))));

        Assert.That(play.Try(new Command.StartInstance(new(1), null, Euros(Limits.VariableBytesMax / 3 + 1), null, null))?.Reason, Is.EqualTo(RejectionReason.Invalid));
        Assert.That(play.Try(new Command.StartInstance(new(1), null, Euros(Limits.VariableBytesMax / 3 - 20), null, null)), Is.Null);
    }

    // Keys and names stand in indexes, and what comes from outside is as short: a longer one could never be met.
    [TestCase(200, false)]
    [TestCase(201, true)]
    public void A_key_that_is_too_long_is_an_incident(int length, bool incident)
    {
        var play = Play.Of(new ProcessBuilder("p").Start().To("wait").Catch("wait", Message("m")).To("end").End().Build());
        play.Do(new Command.StartInstance(new(1), null, FeelContext.Of(("key", FeelValue.Of(new string('k', length)))), null, null));

        Assert.That(play.State.Incidents.Values.Any(one => one.Kind == IncidentKind.ExtractValueError), Is.EqualTo(incident));
    }
}
