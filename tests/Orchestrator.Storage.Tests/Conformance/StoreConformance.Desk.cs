using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Tests.Conformance;

/// <summary>What the pages of operators ask: filters and figures of the inbox, drafts, saved filters.</summary>
public abstract partial class StoreConformance
{
    private static TaskQuery OpenOf(string user, params string[] groups) => new() { State = TaskRowState.Created, VisibleTo = new TaskViewer(user, groups), Sort = TaskSort.DueAt };

    private async Task<int[]> FoundAsync(TaskQuery query) => [.. (await Storage.Queries.TasksAsync(query, None)).Items.Select(row => (int)(row.Key.Value & 0xFFFFF))];

    [Test]
    public async Task A_person_sees_what_a_group_or_their_name_makes_them_candidate_of_whatever_else_the_lists_hold()
    {
        var instance = Sample.Instance();
        TaskRow[] tasks =
        [
            Sample.Task(instance, 1) with { CandidateGroups = ["apl"], DueAt = null },
            Sample.Task(instance, 2) with { CandidateGroups = ["apl", "regione"] },
            Sample.Task(instance, 3) with { CandidateGroups = ["apl-analysts"] },
            Sample.Task(instance, 4) with { CandidateGroups = ["regione"], CandidateUsers = ["ada"], DueAt = Sample.At },
            Sample.Task(instance, 5) with { CandidateGroups = ["regione"], CandidateUsers = ["adam"] },
            Sample.Task(instance, 6) with { CandidateGroups = [], Assignee = "ada" },
            Sample.Task(instance, 7) with { CandidateGroups = ["apl"], State = TaskRowState.Completed, EndedAt = Sample.At },
            Sample.Task(instance, 8) with { CandidateGroups = ["apl"], Assignee = "grace" },
        ];
        await StartAsync(instance, [.. tasks.Select(task => new RowChange.InsertTask(task))]);

        Assert.That(await FoundAsync(OpenOf("ada", "apl")), Is.EqualTo(new[] { 4, 2, 6, 8, 1 }));
        Assert.That(await FoundAsync(OpenOf("ada", "apl") with { Assigned = false }), Is.EqualTo(new[] { 4, 2, 1 }));
        Assert.That(await FoundAsync(OpenOf("nobody")), Is.Empty);
        Assert.That((await Storage.Queries.TasksAsync(OpenOf("ada", "apl") with { Page = new(1, 2) }, None)) is { Total: 5, HasMore: true, Items: [{ Key: var second }, _] } && second == tasks[1].Key);
    }

    [Test]
    public async Task The_inbox_is_filtered_by_due_words_and_data_of_the_case()
    {
        var (one, two) = (Sample.Instance(51), Sample.Instance(52));
        await StartAsync(one, new RowChange.InsertTask(Sample.Task(one, 1) with { Name = "Esame della domanda", DueAt = null }), new RowChange.SetSearchVariable(one, "centre", FeelValue.Of("15")));
        await StartAsync(two, new RowChange.InsertTask(Sample.Task(two, 2) with { Name = "Registra la trasmissione", ProcessId = "ma4", BusinessKey = "CR-2026-0009" }), new RowChange.SetSearchVariable(two, "crisis", FeelValue.Of("15")));

        Assert.That(await FoundAsync(new TaskQuery { HasDue = false }), Is.EqualTo(new[] { 1 }));
        Assert.That(await FoundAsync(new TaskQuery { Words = ["TRASM", "cr-2026"] }), Is.EqualTo(new[] { 2 }));
        Assert.That(await FoundAsync(new TaskQuery { Words = ["trasm", "domanda"] }), Is.Empty);
        Assert.That(await FoundAsync(new TaskQuery { Words = ["100%"] }), Is.Empty, "a word is no pattern");
        Assert.That(await FoundAsync(new TaskQuery { Case = new(["centre", "agreement"], ["9", "15"]) }), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task The_inbox_is_sorted_and_counted_by_process_and_by_person()
    {
        var instance = Sample.Instance();
        TaskRow[] tasks =
        [
            Sample.Task(instance, 1) with { ProcessId = "b", Assignee = "grace", DueAt = Sample.At.AddDays(2) },
            Sample.Task(instance, 2) with { ProcessId = "a", Assignee = "ada", DueAt = null },
            Sample.Task(instance, 3) with { ProcessId = "b", Assignee = null, DueAt = Sample.At.AddDays(1) },
            Sample.Task(instance, 4) with { ProcessId = "a", Assignee = "ada", DueAt = Sample.At.AddDays(3) },
        ];
        await StartAsync(instance, [.. tasks.Select(task => new RowChange.InsertTask(task))]);

        Assert.That(await FoundAsync(OpenOf("x", "apl") with { Sort = TaskSort.Process }), Is.EqualTo(new[] { 4, 2, 3, 1 }));
        Assert.That(await FoundAsync(OpenOf("x", "apl") with { Sort = TaskSort.Assignee }), Is.EqualTo(new[] { 3, 4, 2, 1 }));
        Assert.That(await Storage.Queries.TaskCountsAsync(OpenOf("x", "apl"), TaskFacet.Process, None), Is.EqualTo(new TaskCount[] { new("a", 2), new("b", 2) }));
        Assert.That(await Storage.Queries.TaskCountsAsync(OpenOf("x", "apl"), TaskFacet.Assignee, None), Is.EqualTo(new TaskCount[] { new(null, 1), new("ada", 2), new("grace", 1) }));
    }

    [Test]
    public async Task A_draft_is_one_for_each_task_and_person_and_cannot_be_read_in_the_database()
    {
        var instance = Sample.Instance();
        var task = Sample.Task(instance);
        await StartAsync(instance, new RowChange.InsertTask(task));

        Assert.That(await Storage.Desk.SaveDraftAsync(task.Key, "ada", """{"note":"a"}""", Sample.At, None));
        Assert.That(await Storage.Desk.SaveDraftAsync(task.Key, "ada", """{"note":"Ada Lovelace"}""", Sample.At.AddMinutes(1), None));
        Assert.That(await Storage.Desk.SaveDraftAsync(task.Key, "grace", "{}", Sample.At, None));
        Assert.That(await Storage.Desk.SaveDraftAsync(ScopeKey.Of(instance, 99), "ada", "{}", Sample.At, None), Is.False);
        Assert.That(await Storage.Desk.SaveDraftAsync(ScopeKey.Of(Sample.Instance(999), 1), "ada", "{}", Sample.At, None), Is.False);

        Assert.That(await Storage.Desk.DraftAsync(task.Key, "ada", None), Is.EqualTo(new Draft("""{"note":"Ada Lovelace"}""", Sample.At.AddMinutes(1))));
        await Storage.Desk.DeleteDraftAsync(task.Key, "ada", None);
        Assert.That(await Storage.Desk.DraftAsync(task.Key, "ada", None), Is.Null);
        Assert.That(await Storage.Desk.DraftAsync(task.Key, "grace", None), Is.Not.Null);
        await TamperAsync("UPDATE engine_drafts SET person = 'mallory' WHERE person = 'grace'");
        Assert.That(async () => await Storage.Desk.DraftAsync(task.Key, "mallory", None), Throws.Exception, "moved to somebody else");
    }

    [Test]
    public async Task A_draft_goes_with_its_instance_and_with_the_key_of_its_subject()
    {
        var (purged, erased) = (Sample.Instance(61), Sample.Instance(62));
        foreach (var instance in (InstanceId[])[purged, erased])
        {
            var hash = await StartAsync(instance, new RowChange.InsertTask(Sample.Task(instance)));
            await Storage.Desk.SaveDraftAsync(Sample.Key(instance, 1), "ada", "{}", Sample.At, None);
            await CommitAsync(Sample.Next(instance, 3, hash, new RowChange.EndInstance(instance, InstanceRowState.Completed, Sample.At)));
        }
        Assert.That(await Storage.Subjects.PurgeAsync(purged, "end of retention", Sample.At, None));
        await Storage.Subjects.EraseAsync(erased.Number, Sample.At, None);
        Assert.That(await TamperAsync($"DELETE FROM engine_drafts WHERE task = {Sample.Key(purged, 1).Value}"), Is.Zero);
        Assert.That(await Storage.Desk.DraftAsync(Sample.Key(erased, 1), "ada", None), Is.Null);
    }

    [Test]
    public async Task A_saved_filter_is_seen_by_its_owner_and_the_group_it_is_shared_with()
    {
        var own = new SavedFilter(Guid.CreateVersion7(), "ada", null, "Scadute", "scheda=tutte&scadenza=ritardo", Sample.At);
        var shared = new SavedFilter(Guid.CreateVersion7(), "grace", "apl", "Centro 15", "centro=15", Sample.At);
        foreach (var filter in (SavedFilter[])[own, shared, own]) await Storage.Desk.SaveFilterAsync(filter, None);

        Assert.That(await Storage.Desk.FiltersAsync("ada", ["apl", "regione"], None), Is.EqualTo(new[] { shared, own }));
        Assert.That(await Storage.Desk.FiltersAsync("ada", [], None), Is.EqualTo(new[] { own }));
        Assert.That(await Storage.Desk.FiltersAsync("grace", ["regione"], None), Is.EqualTo(new[] { shared }));
        await Storage.Desk.DeleteFilterAsync(own.Id, None);
        Assert.That(await Storage.Desk.FilterAsync(own.Id, None), Is.Null);
        Assert.That(await Storage.Desk.FilterAsync(shared.Id, None), Is.EqualTo(shared));
    }
}
