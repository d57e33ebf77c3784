using Orchestrator.Engine.Ports;

namespace Orchestrator.Storage.Tests.Conformance;

/// <summary>Definitions that are being drawn, and what is kept about their publication.</summary>
public abstract partial class StoreConformance
{
    private static readonly Guid s_draft = Guid.Parse("01940000-0000-7000-8000-000000000001");

    private static DefinitionDraft NewDraft(Guid? key = null, params DraftFile[] files) => new(
        new(key ?? s_draft, "intake", "intake", "Domanda", 4, 2, 0, false, new("ada", Sample.At), new("ada", Sample.At)),
        files.Length > 0 ? files : [new("intake.bpmn", "<xml/>"), new("ok.scenario", "scenario Ok")]);

    [Test]
    public async Task A_draft_is_kept_whole_and_the_same_key_once()
    {
        await Storage.Drafts.CreateAsync(NewDraft(), None);
        await Storage.Drafts.CreateAsync(NewDraft(s_draft, new DraftFile("other.bpmn", "<other/>")), None);

        var read = (await Storage.Drafts.FindAsync(s_draft, None))!;
        Assert.That(read.Head, Is.EqualTo(NewDraft().Head with { Revision = 1, IsOpen = true }));
        Assert.That(read.Files, Is.EqualTo(NewDraft().Files));
        Assert.That(await Storage.Drafts.FindAsync(Guid.Empty, None), Is.Null);
    }

    [Test]
    public async Task Of_two_who_save_over_the_same_revision_the_second_writes_nothing()
    {
        await Storage.Drafts.CreateAsync(NewDraft(), None);

        var first = await Storage.Drafts.SaveAsync(s_draft, 1, [new("intake.bpmn", "<ada/>")], "ada", Sample.At.AddMinutes(1), None);
        var second = await Storage.Drafts.SaveAsync(s_draft, 1, [new("intake.bpmn", "<grace/>")], "grace", Sample.At.AddMinutes(2), None);

        var read = (await Storage.Drafts.FindAsync(s_draft, None))!;
        Assert.That((first, second, read.Head.Revision), Is.EqualTo((true, false, 2)));
        Assert.That(read.Head.Saved, Is.EqualTo(new DraftTouch("ada", Sample.At.AddMinutes(1))));
        Assert.That(read.Files, Is.EqualTo(new[] { new DraftFile("intake.bpmn", "<ada/>") }));
    }

    [Test]
    public async Task A_closed_draft_takes_no_more_and_leaves_the_list_of_open_ones()
    {
        var other = Guid.Parse("01940000-0000-7000-8000-000000000002");
        await Storage.Drafts.CreateAsync(NewDraft(), None);
        await Storage.Drafts.CreateAsync(NewDraft(other), None);
        await Storage.Drafts.SaveAsync(s_draft, 1, [new("intake.bpmn", "<ada/>")], "ada", Sample.At.AddMinutes(1), None);

        Assert.That((await Storage.Drafts.ListAsync(open: true, 10, None)).Select(head => head.Key), Is.EqualTo(new[] { s_draft, other }));
        await Storage.Drafts.CloseAsync(s_draft, 7, "grace", Sample.At.AddMinutes(2), None);
        await Storage.Drafts.CloseAsync(s_draft, null, "ada", Sample.At.AddMinutes(3), None);

        Assert.That(await Storage.Drafts.SaveAsync(s_draft, 2, [], "ada", Sample.At, None), Is.False);
        Assert.That((await Storage.Drafts.ListAsync(open: true, 10, None)).Select(head => head.Key), Is.EqualTo(new[] { other }));
        Assert.That((await Storage.Drafts.ListAsync(open: false, 10, None)).Select(head => (head.Published, head.Saved.By)), Is.EqualTo(new[] { ((long?)7, "grace") }));
    }

    [Test]
    public async Task A_deployment_over_one_that_is_not_the_last_any_more_is_not_made()
    {
        await DeployAsync(1, "intake", 100);
        var publication = new Publication(s_draft, "intake", 3, ["late.scenario", "void.scenario"], "Lo scenario è vecchio");
        var made = await Storage.Deployments.SaveAsync(New(2, "intake", 200) with { After = 1, Publication = publication }, None);
        var late = await Storage.Deployments.SaveAsync(New(3, "intake", 300) with { After = 1 }, None);

        Assert.That((made?.New, late), Is.EqualTo(((bool?)true, (SavedDeployment?)null)));
        var read = await Storage.Deployments.ReadAsync(1, 10, None);
        Assert.That(read.Select(deployment => deployment.Key), Is.EqualTo(new[] { 2L }));
        Assert.That(read[0].Publication, Is.EqualTo(publication with { ScenariosFailed = read[0].Publication!.ScenariosFailed }));
        Assert.That(read[0].Publication!.ScenariosFailed, Is.EqualTo(publication.ScenariosFailed));
    }
}
