using Orchestrator.Contracts.Client;
using static Orchestrator.Server.Tests.Designer.DesignerOffice;

namespace Orchestrator.Server.Tests.Designer;

/// <summary>From a version to a draft and back: what is kept, what is refused, what is published.</summary>
[Category("Slow")]
internal sealed class DraftTests
{
    private DesignerOffice _office = null!;

    [SetUp]
    public async Task OpenAsync() => _office = await DesignerOffice.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _office.DisposeAsync();

    [Test]
    public async Task A_draft_is_the_whole_folder_with_its_scenarios()
    {
        var draft = await _office.DraftAsync();
        var view = await _office.GetAsync(client => client.Drafts.OpenAsync(Dario, draft.Key, CancellationToken.None));
        Assert.That(view.Files.Select(file => file.Name), Is.EqualTo(new[] { "held.scenario", "intake.bpmn", "review.form" }));
        Assert.That((draft.BaseVersion, draft.Revision, draft.CreatedBy), Is.EqualTo(((int?)1, 1, "dario")));
        Assert.That((await _office.DraftAsync(version: null)).BaseVersion, Is.Null);
    }

    [Test]
    public async Task Of_two_who_save_over_the_same_revision_both_contents_are_kept_and_the_second_is_told_who_was_faster()
    {
        var draft = await _office.DraftAsync();
        var first = await _office.ChangeAsync(draft.Key, 1, "review.form", text => text.Replace("Nota", "Parere", StringComparison.Ordinal), Ada);
        var second = await _office.ChangeAsync(draft.Key, 1, "review.form", text => text.Replace("Parere", "Giudizio", StringComparison.Ordinal));

        Assert.That((first.Revision, first.Copy), Is.EqualTo((2, (Guid?)null)));
        Assert.That((second.Revision, second.Faster), Is.EqualTo((2, "ada")));
        Assert.That(second.At, Is.EqualTo(first.At).Within(TimeSpan.FromMilliseconds(1)));
        var kept = await _office.GetAsync(client => client.Drafts.OpenAsync(Dario, second.Copy!.Value, CancellationToken.None));
        Assert.That(kept.Summary.CopyOf, Is.EqualTo(draft.Key));
        Assert.That(kept.Files.Single(file => file.Name == "review.form").Content, Does.Contain("Giudizio"));
        var theirs = await _office.GetAsync(client => client.Drafts.OpenAsync(Dario, draft.Key, CancellationToken.None));
        Assert.That(theirs.Files.Single(file => file.Name == "review.form").Content, Does.Contain("Parere"));
    }

    [Test]
    public async Task Who_does_not_draw_is_refused_everywhere_and_a_designer_does_no_tasks()
    {
        var draft = await _office.DraftAsync();
        foreach (var user in new[] { Olga, Sara })
        {
            Assert.Multiple(async () =>
            {
                Assert.That((await _office.AskAsync(client => client.Drafts.CreateAsync(user, Guid.CreateVersion7(), Process, 1, CancellationToken.None))).Refusal?.Code, Is.EqualTo("DesignersOnly"));
                Assert.That((await _office.AskAsync(client => client.Drafts.OpenAsync(user, draft.Key, CancellationToken.None))).Refusal?.Code, Is.EqualTo("DesignersOnly"));
                Assert.That((await _office.AskAsync(client => client.Drafts.SaveAsync(user, draft.Key, new(Guid.CreateVersion7(), 1, []), CancellationToken.None))).Refusal?.Code, Is.EqualTo("DesignersOnly"));
                Assert.That((await _office.AskAsync(client => client.Drafts.PublishAsync(user, draft.Key, new(1, 1, null, false), CancellationToken.None))).Refusal?.Kind, Is.EqualTo(RefusalKind.NotAllowed));
                Assert.That((await _office.GetAsync(client => client.Definitions.OpenAsync(user, Process, CancellationToken.None))).MayDraw, Is.False);
            });
        }
        await _office.Server.AddAccountAsync("olga", [Roles.Operator], ["apl"]);
        using var admin = _office.Server.Client("admin");
        await admin.PostAsync("/v2/process-instances", new { processDefinitionId = Process });
        var task = (await _office.GetAsync(client => client.Inbox.ListAsync(Olga, new(InboxTab.Groups, null, 0, 10), CancellationToken.None))).Tasks.Single();
        var refused = await _office.AskAsync(client => client.Inbox.CompleteAsync(Dario, new(Guid.CreateVersion7(), task.TaskKey, task.Version), "{}", CancellationToken.None));
        Assert.That(refused.Refusal?.Kind, Is.EqualTo(RefusalKind.NotAllowed));
    }

    [Test]
    public async Task A_draft_with_errors_is_not_published_and_they_name_file_line_and_element()
    {
        var draft = await _office.DraftAsync();
        await _office.ChangeAsync(draft.Key, 1, "intake.bpmn", text => text.Replace("formId=\"review\"", "formId=\"missing\"", StringComparison.Ordinal));
        var plan = await _office.GetAsync(client => client.Drafts.PlanAsync(Dario, draft.Key, CancellationToken.None));

        Assert.That(plan.Remarks.Where(remark => remark.IsError).Select(remark => (remark.File, remark.Element)), Does.Contain(("intake.bpmn", (string?)"review")));
        Assert.That((plan.IsReady, (await _office.PublishAsync(plan)).Refusal?.Code), Is.EqualTo((false, "DraftErrors")));
        Assert.That((await _office.HistoryAsync()).Versions, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_scenario_that_does_not_hold_asks_for_a_reason_which_stays_with_the_version()
    {
        var draft = await _office.DraftAsync();
        await _office.ChangeAsync(draft.Key, 1, "intake.bpmn", text => text.Replace("id=\"done\"", "id=\"ended\"", StringComparison.Ordinal).Replace("targetRef=\"done\"", "targetRef=\"ended\"", StringComparison.Ordinal));
        var plan = await _office.PlanAsync(draft.Key);
        Assert.That(plan.Run.Failed.Select(one => (one.File, one.Failure)), Is.EqualTo(new[] { ("held.scenario", plan.Run.Results[0].Failure) }));
        Assert.That(plan.Run.Results[0].Failure, Does.StartWith("held.scenario(8):"));

        Assert.That((await _office.PublishAsync(plan)).Refusal?.Fields.Select(field => (field.Path, field.Code)), Is.EqualTo(new[] { ("reason", "required") }));
        var published = (await _office.PublishAsync(plan, "Lo scenario nomina la fine di prima")).Value;
        Assert.That(published?.Version, Is.EqualTo(2));
        var latest = (await _office.HistoryAsync()).Versions[0];
        Assert.That((latest.By, latest.Publication?.Passed, latest.Publication?.Reason), Is.EqualTo(("dario", (int?)0, "Lo scenario nomina la fine di prima")));
        Assert.That(latest.Publication!.Failed, Is.EqualTo(new[] { "held.scenario" }));
        Assert.That((await _office.ChangeRefusedAsync(draft.Key))?.Code, Is.EqualTo("DraftClosed"));
    }

    [Test]
    public async Task What_was_deployed_after_the_plan_was_shown_is_not_overwritten_unseen()
    {
        var draft = await _office.DraftAsync();
        await _office.ChangeAsync(draft.Key, 1, "review.form", text => text.Replace("Nota", "Parere", StringComparison.Ordinal));
        var plan = await _office.PlanAsync(draft.Key);
        var other = await _office.DraftAsync();
        await _office.ChangeAsync(other.Key, 1, "review.form", text => text.Replace("Nota", "Giudizio", StringComparison.Ordinal));
        Assert.That((await _office.PublishAsync(await _office.PlanAsync(other.Key))).Value?.Version, Is.EqualTo(2));

        var refusal = (await _office.PublishAsync(plan)).Refusal;
        Assert.That((refusal?.Kind, refusal?.Code, refusal?.Conflict?.By), Is.EqualTo((RefusalKind.Conflict, "DeployedSince", "dario")));
        var field = (await _office.PlanAsync(draft.Key)).Comparison.Files.Single().Changes.Single();
        Assert.That((field.Sign, field.Kind, field.Name), Is.EqualTo((ChangeSign.Changed, "field", "Parere")));
        Assert.That(field.Properties, Is.EqualTo(new[] { new PropertyChange("label", null, "Giudizio", "Parere") }));
    }

    [Test]
    public async Task Nothing_is_published_when_nothing_differs_and_a_way_back_is_a_version_of_its_own()
    {
        var same = await _office.DraftAsync();
        Assert.That((await _office.PublishAsync(await _office.PlanAsync(same.Key))).Refusal?.Code, Is.EqualTo("NothingChanged"));

        var change = await _office.DraftAsync();
        await _office.ChangeAsync(change.Key, 1, "review.form", text => text.Replace("Nota", "Parere", StringComparison.Ordinal));
        var next = (await _office.PublishAsync(await _office.PlanAsync(change.Key), keep: true)).Value!.Draft;
        Assert.That((await _office.HistoryAsync()).Drift.Select(drift => (drift.Name, drift.Sign)), Is.EqualTo(new[] { ("review.form", ChangeSign.Changed) }));
        await _office.ChangeAsync(next!.Value, 1, "review.form", text => text.Replace("Parere", "Nota", StringComparison.Ordinal));
        Assert.That((await _office.PublishAsync(await _office.PlanAsync(next.Value))).Value?.Version, Is.EqualTo(3));

        var history = await _office.HistoryAsync();
        Assert.That(history.Versions.Select(version => (version.Version, version.SameAs)), Is.EqualTo(new[] { (3, (int?)1), (2, null), (1, null) }));
        Assert.That(history.Drift, Is.Empty);
        var folder = await _office.GetAsync(client => client.Definitions.FolderAsync(Dario, Process, 2, CancellationToken.None));
        Assert.That((folder.Name, folder.Files.Count), Is.EqualTo((Process, 3)));
    }
}
