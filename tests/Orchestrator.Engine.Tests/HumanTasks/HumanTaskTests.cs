using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Tests.HumanTasks;

public class HumanTaskTests
{
    private static Guid New => Guid.CreateVersion7();

    [Test]
    public async Task Of_two_people_who_claim_at_once_one_is_faster_and_the_other_is_told()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask());
        var task = (await desk.OpenTaskAsync(await desk.StartAsync("one-task")))!;

        var answers = await Task.WhenAll(
            desk.Node.Tasks.ClaimAsync(New, Office.Ada, task.Key, task.Version, CancellationToken.None),
            desk.Node.Tasks.ClaimAsync(New, Office.Grace, task.Key, task.Version, CancellationToken.None));

        Assert.That(answers.Count(one => one.Rejection is null), Is.EqualTo(1));
        Assert.That(answers.Single(one => one.Rejection is not null).Rejection!.Reason, Is.EqualTo(RejectionReason.WrongState));
    }

    [Test]
    public async Task Another_groups_task_is_refused()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask());
        var task = (await desk.OpenTaskAsync(await desk.StartAsync("one-task")))!;

        var claim = await desk.Node.Tasks.ClaimAsync(New, Office.Mallory, task.Key, task.Version, CancellationToken.None);
        var complete = await desk.Node.Tasks.CompleteAsync(New, Office.Mallory, task.Key, FeelContext.Empty, task.Version, CancellationToken.None);

        Assert.That(claim.Rejection!.Reason, Is.EqualTo(RejectionReason.NotAllowed));
        Assert.That(complete.Rejection!.Reason, Is.EqualTo(RejectionReason.NotAllowed));
    }

    [Test]
    public async Task A_page_that_has_become_stale_is_refused()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask());
        var shown = (await desk.OpenTaskAsync(await desk.StartAsync("one-task")))!;
        await desk.Node.Tasks.ClaimAsync(New, Office.Ada, shown.Key, shown.Version, CancellationToken.None);

        var stale = await desk.Node.Tasks.CompleteAsync(New, Office.Ada, shown.Key, FeelContext.Empty, shown.Version, CancellationToken.None);
        var now = (await desk.Node.Tasks.FindAsync(shown.Key, CancellationToken.None))!;
        var fresh = await desk.Node.Tasks.CompleteAsync(New, Office.Ada, shown.Key, FeelContext.Empty, now.Version, CancellationToken.None);

        Assert.That(stale.Rejection!.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That(stale.Rejection!.Message, Does.Contain("somebody else was faster"));
        Assert.That(fresh.Rejection, Is.Null);
    }

    [Test]
    public async Task A_task_can_be_given_back_and_be_assigned()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask());
        var instance = await desk.StartAsync("one-task");
        var task = (await desk.OpenTaskAsync(instance))!.Key;

        await desk.Node.Tasks.ClaimAsync(New, Office.Ada, task, null, CancellationToken.None);
        var back = await desk.Node.Tasks.UnclaimAsync(New, Office.Ada, task, null, CancellationToken.None);
        Assert.That((await desk.OpenTaskAsync(instance))!.Assignee, Is.Null);
        var assigned = await desk.Node.Tasks.AssignAsync(New, Office.Boss, task, "grace", false, null, CancellationToken.None);

        Assert.That((back.Rejection, assigned.Rejection), Is.EqualTo(((Rejection?)null, (Rejection?)null)));
        Assert.That((await desk.OpenTaskAsync(instance))!.Assignee, Is.EqualTo("grace"));
        Assert.That((await desk.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Differences, Is.Empty);
    }

    [Test]
    public async Task An_inbox_shows_the_tasks_of_ones_groups_only()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask(), Definitions.OneTask("other", "regione"));
        await desk.StartAsync("one-task");
        await desk.StartAsync("other");

        var page = await desk.Node.Tasks.SearchAsync(new TaskQuery { VisibleTo = new("ada", ["apl"]) }, CancellationToken.None);

        Assert.That(page.Items.Select(one => one.ProcessId), Is.EqualTo(new[] { "one-task" }));
    }

    [Test]
    public async Task A_task_is_opened_with_what_it_sees()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask());
        var task = (await desk.OpenTaskAsync(await desk.StartAsync("one-task", ("city", FeelValue.Of("Torino")))))!;

        var open = (await desk.Node.Tasks.OpenAsync(task.Key, CancellationToken.None))!;

        Assert.That(open.Variables["city"], Is.EqualTo(FeelValue.Of("Torino")));
        Assert.That(await desk.Node.Tasks.OpenAsync(new ScopeKey(1), CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task Data_that_break_a_rule_of_the_form_are_refused_field_by_field()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.TaskWithForm("meeting"), Definitions.Form("meeting", "place"));
        var instance = await desk.StartAsync("with-form");
        var task = (await desk.OpenTaskAsync(instance))!;
        await desk.Node.Tasks.ClaimAsync(New, Office.Ada, task.Key, null, CancellationToken.None);

        var empty = await desk.Node.Tasks.CompleteAsync(New, Office.Ada, task.Key, FeelContext.Empty, null, CancellationToken.None);
        var unknown = await desk.Node.Tasks.CompleteAsync(New, Office.Ada, task.Key, FeelContext.Of(("place", FeelValue.Of("Torino")), ("role", FeelValue.Of("admin"))), null, CancellationToken.None);
        var right = await desk.Node.Tasks.CompleteAsync(New, Office.Ada, task.Key, FeelContext.Of(("place", FeelValue.Of("Torino"))), null, CancellationToken.None);

        Assert.That(empty.Rejection!.Reason, Is.EqualTo(RejectionReason.Invalid));
        Assert.That(empty.FormErrors.Select(one => (one.Path, one.Code)), Is.EqualTo(new[] { ("place", "required") }));
        Assert.That(unknown.FormErrors.Select(one => (one.Path, one.Code)), Is.EqualTo(new[] { ("role", "unknown") }));
        Assert.That((right.Rejection, right.FormErrors.Length), Is.EqualTo(((Rejection?)null, 0)));
        Assert.That((await desk.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Completed));
    }

    [Test]
    public async Task A_completion_that_is_repeated_is_not_validated_against_what_it_changed()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.TaskWithForm("meeting"), Definitions.Form("meeting", "place"));
        var task = (await desk.OpenTaskAsync(await desk.StartAsync("with-form")))!;
        var request = New;
        var data = FeelContext.Of(("place", FeelValue.Of("Torino")));

        await desk.Node.Tasks.CompleteAsync(request, Office.Boss, task.Key, data, task.Version, CancellationToken.None);
        var again = await desk.Node.Tasks.CompleteAsync(request, Office.Boss, task.Key, data, task.Version, CancellationToken.None);

        Assert.That(again.Acceptance!.Repeated, Is.True);
    }

    [Test]
    public async Task A_task_is_opened_with_its_form()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.TaskWithForm("meeting"), Definitions.Form("meeting", "place"));
        var task = (await desk.OpenTaskAsync(await desk.StartAsync("with-form")))!;

        var open = (await desk.Node.Tasks.OpenAsync(task.Key, CancellationToken.None))!;

        Assert.That((open.Row.FormId, open.FormSchema), Is.EqualTo(("meeting", Definitions.Form("meeting", "place").Content)));
    }

    [Test]
    public async Task A_task_whose_form_is_not_deployed_is_not_completed_without_it()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Around("later", Definitions.UserTask("apl", """<zeebe:formDefinition formId="later" bindingType="latest"/>""")));
        var task = (await desk.OpenTaskAsync(await desk.StartAsync("later")))!.Key;
        await desk.Node.Tasks.ClaimAsync(New, Office.Ada, task, null, CancellationToken.None);
        var data = FeelContext.Of(("answer", FeelValue.Of("yes")));

        var early = await desk.Node.Tasks.CompleteAsync(New, Office.Ada, task, data, null, CancellationToken.None);
        await desk.DeployAsync(Definitions.Form("later", "answer"));
        var wrong = await desk.Node.Tasks.CompleteAsync(New, Office.Ada, task, FeelContext.Empty, null, CancellationToken.None);
        var right = await desk.Node.Tasks.CompleteAsync(New, Office.Ada, task, data, null, CancellationToken.None);

        Assert.That(early.Rejection?.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That(early.Rejection!.Message, Does.Contain("'later'"));
        Assert.That(wrong.FormErrors, Has.Length.EqualTo(1));
        Assert.That(right.Rejection, Is.Null);
    }
}
