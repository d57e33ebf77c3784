using Orchestrator.Bpmn.Model;
using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Interpreter.Tests.Migrating;

/// <summary>What stands against a migration: each verdict with its reason and its element, said by a rehearsal and by the command alike.</summary>
public sealed class MigrationVerdictTests
{
    private static ProcessBuilder Task(string id = "work") => new ProcessBuilder("p").Start().To(id).UserTask(id).To("end").End();

    private static void Expect(MigrationProblem found, MigrationVerdict verdict, MigrationReason reason, string element) =>
        Assert.That((found.Verdict, found.Reason, found.Element.Value), Is.EqualTo((verdict, reason, element)));

    [Test]
    public void An_active_element_without_a_counterpart_needs_a_mapping() =>
        Expect(Moving.From(Task(), Task("other")).Problem(), MigrationVerdict.NeedsMapping, MigrationReason.ElementGone, "work");

    [Test]
    public void An_element_that_nothing_waits_at_needs_none() =>
        Assert.That(Moving.From(Task().UserTask("unused"), Task()).Rehearse().Verdict, Is.EqualTo(MigrationVerdict.Ok));

    [Test]
    public void A_counterpart_of_another_type_is_impossible() =>
        Expect(Moving.From(Task(), new ProcessBuilder("p").Start().To("work").ServiceTask("work").To("end").End()).Problem(), MigrationVerdict.Impossible, MigrationReason.TypeDiffers, "work");

    [Test]
    public void A_counterpart_in_another_scope_is_impossible()
    {
        var target = new ProcessBuilder("p").Start().To("sub").SubProcess("sub", sub => sub.Start("in").To("work").UserTask("work").To("out").End("out")).To("end").End();
        Expect(Moving.From(Task(), target).Problem(), MigrationVerdict.Impossible, MigrationReason.OtherScope, "work");
    }

    [Test]
    public void A_scope_without_a_counterpart_needs_a_mapping_and_what_is_in_it_is_looked_at_when_it_has_one()
    {
        static ProcessBuilder In(string scope) => new ProcessBuilder("p").Start().To(scope).SubProcess(scope, sub => sub.Start("in").To("work").UserTask("work").To("out").End("out")).To("end").End();
        var play = Moving.From(In("meeting"), In("session"));
        Expect(play.Problem(), MigrationVerdict.NeedsMapping, MigrationReason.ElementGone, "meeting");
        Assert.That(play.Rehearse("meeting>session").Verdict, Is.EqualTo(MigrationVerdict.Ok));
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    public void Items_one_after_the_other_are_not_items_all_at_once(bool before, bool after)
    {
        static ProcessBuilder Loop(bool sequential) => new ProcessBuilder("p").Start().To("work").UserTask("work", t => t with { MultiInstance = Each("items", sequential: sequential) }).To("end").End();
        Expect(Moving.From(Loop(before), Loop(after), "{items: [1, 2]}").Problem(), MigrationVerdict.Impossible, MigrationReason.MultiInstanceDiffers, "work");
    }

    [Test]
    public void A_task_does_not_become_many()
    {
        var target = new ProcessBuilder("p").Start().To("work").UserTask("work", t => t with { MultiInstance = Each("items") }).To("end").End();
        Expect(Moving.From(Task(), target, "{items: [1]}").Problem(), MigrationVerdict.Impossible, MigrationReason.MultiInstanceDiffers, "work");
    }

    private static ProcessBuilder Fork(params string[] branches)
    {
        var builder = new ProcessBuilder("p").Start().To("fork").Parallel("fork");
        foreach (var branch in branches) builder.Flow("fork", branch);
        foreach (var branch in branches) builder.UserTask(branch).To("join");
        return builder.Parallel("join").To("end").End();
    }

    [Test]
    public void Tokens_at_a_join_that_waits_for_more_are_impossible_and_at_one_with_other_flows_need_a_mapping()
    {
        var play = Moving.From(Fork("a", "b"), Fork("a", "b", "c"));
        Assert.That(play.Rehearse().Verdict, Is.EqualTo(MigrationVerdict.Ok), "as long as no token waits there");
        play.CompleteTask("a");
        Expect(play.Problem(), MigrationVerdict.Impossible, MigrationReason.JoinDiffers, "join");

        var redrawn = new ProcessBuilder("p").Start().To("fork").Parallel("fork").To("a").To("b").UserTask("a").To("join", id: "flow").UserTask("b").To("join").Parallel("join").To("end").End();
        var other = Moving.From(Fork("a", "b"), redrawn);
        other.CompleteTask("a");
        Expect(other.Problem(), MigrationVerdict.NeedsMapping, MigrationReason.FlowGone, "a-join");
        other.Migrate("a-join>flow").CompleteTask("b");
        Assert.That(other.Ended);
    }

    [Test]
    public void Two_flows_of_a_join_do_not_become_one()
    {
        var play = Moving.From(Fork("a", "b"), Fork("a", "c"));
        play.CompleteTask("b");
        Expect(play.Problem("b-join>a-join"), MigrationVerdict.NeedsMapping, MigrationReason.FlowGone, "b-join");
    }

    [Test]
    public void A_call_whose_counterpart_calls_another_process_is_impossible()
    {
        static ProcessBuilder Call(string process) => new ProcessBuilder("p").Start().To("call").Call("call", process).To("end").End();
        var inner = new ProcessBuilder("inner").Start().To("work").UserTask("work").To("end").End().Build();
        Expect(new Moving([Call("inner").Build(), Call("other").Build(), inner], "{}").Problem(), MigrationVerdict.Impossible, MigrationReason.CalledProcessDiffers, "call");
    }

    [Test]
    public void A_job_in_a_workers_hands_does_not_become_a_script()
    {
        var job = new ProcessBuilder("p").Start().To("work").Add(new ScriptTaskNode(new("work"), null, null, Job("work"))).To("end").End();
        var script = new ProcessBuilder("p").Start().To("work").ScriptTask("work", "1", "x").To("end").End();
        Expect(Moving.From(job, script).Problem(), MigrationVerdict.Impossible, MigrationReason.WorkDiffers, "work");
    }

    [Test]
    public void A_timer_that_is_waited_for_does_not_become_a_message()
    {
        static ProcessBuilder Wait(EventDefinition what) => new ProcessBuilder("p").Start().To("wait").Catch("wait", what).To("end").End();
        Expect(Moving.From(Wait(After("P1D")), Wait(Message("m")), "{key: \"k\"}").Problem(), MigrationVerdict.Impossible, MigrationReason.EventDiffers, "wait");
    }

    [Test]
    public void A_boundary_event_is_not_mapped_to_one_of_another_element()
    {
        var source = Task().Boundary("term", "work", After("P1D")).To("end");
        var target = Task().Boundary("other", "second", After("P1D")).To("end").UserTask("second").To("end");
        Expect(Moving.From(source, target).Problem("term>other"), MigrationVerdict.Impossible, MigrationReason.EventDiffers, "term");
    }

    [Test]
    public void A_new_event_that_cannot_be_waited_for_is_impossible()
    {
        var target = Task().Boundary("term", "work", At("=whenever")).To("end");
        var found = Moving.From(Task(), target).Problem();
        Expect(found, MigrationVerdict.Impossible, MigrationReason.NotArmed, "term");
        Assert.That(found.Message, Does.Contain("found Null"));
        Assert.That(Moving.From(Task(), target, "{whenever: \"2026-05-01\"}").Rehearse().Verdict, Is.EqualTo(MigrationVerdict.Ok));
    }

    [Test]
    public void The_worst_is_said_first()
    {
        static ProcessBuilder Two(string a, Func<ProcessBuilder, ProcessBuilder> b) => b(new ProcessBuilder("p").Start().To("fork").Parallel("fork").To(a).To("b").UserTask(a).To("end")).End();
        var play = Moving.From(Two("a", p => p.UserTask("b").To("end")), Two("x", p => p.ServiceTask("b").To("end")));
        Assert.That(play.Rehearse().Problems.Select(problem => problem.Reason), Is.EqualTo(new[] { MigrationReason.TypeDiffers, MigrationReason.ElementGone }));
    }

    [TestCase("nobody>work", "has no 'nobody'")]
    [TestCase("work>nobody", "has no 'nobody'")]
    [TestCase("work>start-work", "a flow for a flow")]
    public void A_mapping_of_what_is_not_there_is_refused(string pair, string why)
    {
        var refused = Moving.From(Task(), Task()).Refusal(pair);
        Assert.That((refused!.Reason, refused.Message.Contains(why, StringComparison.Ordinal)), Is.EqualTo((RejectionReason.Invalid, true)), refused.Message);
    }

    [Test]
    public void A_mapping_names_each_element_once() =>
        Assert.That(Moving.From(Task(), Task()).Refusal("work>work", "work>end")?.Message, Does.Contain("mapped twice"));

    [Test]
    public void Another_process_is_no_version_and_the_same_version_is_no_migration()
    {
        var play = new Moving([Task().Build(), new ProcessBuilder("q").Start().To("end").End().Build()], "{}");
        Assert.That(play.Refusal()?.Reason, Is.EqualTo(RejectionReason.Invalid));
        Assert.That(play.Try(new Command.MigrateInstance(play.State.Root, new(1), []))?.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That(play.Try(new Command.MigrateInstance(play.Key("work"), new(2), []))?.Reason, Is.EqualTo(RejectionReason.NotFound));
    }
}
