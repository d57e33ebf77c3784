using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Test]
    public async Task Rows_come_back_as_they_were_written()
    {
        var instance = Sample.Instance();
        var scope = new ProcessScopeRow(Sample.Key(instance, 9), instance, new(8), "called", ScopeKey.RootOf(instance), "call", InstanceRowState.Active, Sample.At, null);
        await StartAsync(instance,
            new RowChange.InsertTask(Sample.Task(instance)), new RowChange.InsertTimer(Sample.Timer(instance, 2, Sample.At)), new RowChange.InsertJob(Sample.Job(instance, 3)),
            new RowChange.OpenSubscription(Sample.Subscription(instance, 4)), new RowChange.InsertIncident(Sample.Incident(instance, 5)), new RowChange.InsertProcessScope(scope),
            new RowChange.SetSearchVariable(instance, "area", FeelValue.Of("convocations")), new RowChange.SetSearchVariable(instance, "workers", FeelValue.Of(12)),
            new RowChange.InsertContinuation(Sample.Key(instance, 6), instance, Sample.At), new RowChange.ReserveStart("intake", "CR-1", instance));

        var rows = await RowsOf(instance);

        Assert.Multiple(() =>
        {
            Assert.That(rows.Instance, Is.EqualTo(Sample.Row(instance)));
            Assert.That(rows.Tasks.Select(Comparable), Is.EqualTo(new[] { Comparable(Sample.Task(instance)) }));
            Assert.That(rows.Timers, Is.EqualTo(new[] { Sample.Timer(instance, 2, Sample.At) }));
            Assert.That(rows.Jobs, Is.EqualTo(new[] { Sample.Job(instance, 3) }));
            Assert.That(rows.Subscriptions, Is.EqualTo(new[] { Sample.Subscription(instance, 4) }));
            Assert.That(rows.Incidents, Is.EqualTo(new[] { Sample.Incident(instance, 5) }));
            Assert.That(rows.ProcessScopes, Is.EqualTo(new[] { scope }));
            Assert.That(rows.SearchVariables, Is.EqualTo(new[] { new SearchVariableRow(instance, "area", "convocations", null), new SearchVariableRow(instance, "workers", null, 12) }));
            Assert.That(rows.Continuations, Is.EqualTo(new[] { new ContinuationRow(Sample.Key(instance, 6), instance, Sample.At) }));
            Assert.That(rows.StartReservations, Is.EqualTo(new[] { new StartReservationRow("intake", "CR-1", instance) }));
        });
    }

    [Test]
    public async Task Changes_of_one_row_in_one_batch_end_in_the_last()
    {
        var instance = Sample.Instance();
        var task = Sample.Key(instance, 1);
        await CommitAsync(
            Sample.Start(instance, new RowChange.InsertTask(Sample.Task(instance)), new RowChange.SetSearchVariable(instance, "area", FeelValue.Of("a")), new RowChange.InsertIncident(Sample.Incident(instance, 5))),
            Sample.Next(instance, 3, default, new RowChange.AssignTask(task, "ada", 4), new RowChange.SetSearchVariable(instance, "area", null), new RowChange.SetIncidentFlag(instance, true)),
            Sample.Next(instance, 4, default, new RowChange.AssignTask(task, "grace", 5), new RowChange.SetSearchVariable(instance, "area", FeelValue.Of("b"))),
            Sample.Next(instance, 5, default, new RowChange.EndTask(task, TaskRowState.Completed, "grace", Sample.At.AddHours(1), 6),
                new RowChange.CloseIncident(Sample.Key(instance, 5), Sample.At.AddHours(1)), new RowChange.EndInstance(instance, InstanceRowState.Completed, Sample.At.AddHours(1))));

        var rows = await RowsOf(instance);

        Assert.That((rows.Tasks[0].State, rows.Tasks[0].Assignee, rows.Tasks[0].Version, rows.Tasks[0].EndedAt), Is.EqualTo((TaskRowState.Completed, "grace", 6L, (DateTimeOffset?)Sample.At.AddHours(1))));
        Assert.That(rows.SearchVariables.Select(row => row.Text), Is.EqualTo(new[] { "b" }));
        Assert.That(rows.Incidents[0].ResolvedAt, Is.EqualTo(Sample.At.AddHours(1)));
        Assert.That((rows.Instance!.State, rows.Instance.EndedAt, rows.Instance.HasIncident), Is.EqualTo((InstanceRowState.Completed, (DateTimeOffset?)Sample.At.AddHours(1), true)));
    }

    [Test]
    public async Task Rows_are_replaced_when_the_version_still_stands()
    {
        var instance = Sample.Instance();
        await StartAsync(instance, new RowChange.InsertTask(Sample.Task(instance)), new RowChange.InsertTimer(Sample.Timer(instance, 2, Sample.At)),
            new RowChange.SetSearchVariable(instance, "workers", FeelValue.Of(12)));
        var right = (await Storage.History.RowsAsync(instance, None))!;
        await TamperAsync("UPDATE engine_tasks SET candidate_groups = ''");
        await TamperAsync("DELETE FROM engine_timers");
        await TamperAsync("UPDATE engine_instances SET business_key = 'CR-2'");

        Assert.That(await Storage.History.ReplaceRowsAsync(instance, 99, right.Rows, None), Is.False);
        Assert.That(await Storage.History.ReplaceRowsAsync(instance, right.Version, right.Rows, None), Is.True);

        var mended = await RowsOf(instance);
        Assert.That(mended.Tasks.Select(Comparable), Is.EqualTo(right.Rows.Tasks.Select(Comparable)));
        Assert.That(mended.Timers, Is.EqualTo(right.Rows.Timers));
        Assert.That(mended.Instance, Is.EqualTo(right.Rows.Instance));
        Assert.That(mended.SearchVariables, Is.EqualTo(right.Rows.SearchVariables));
    }

    [Test]
    public async Task The_inbox_shows_what_a_person_may_see_sorted_and_in_pages()
    {
        var instance = Sample.Instance();
        var mine = Sample.Task(instance, 1) with { Assignee = "ada", CandidateGroups = ["cpi:01"], DueAt = null };
        var group = Sample.Task(instance, 2) with { DueAt = Sample.At.AddDays(2) };
        var named = Sample.Task(instance, 3) with { CandidateGroups = [], CandidateUsers = ["ada"], DueAt = Sample.At.AddDays(1) };
        var others = Sample.Task(instance, 4) with { CandidateGroups = ["apl-analysts"] };
        var done = Sample.Task(instance, 5) with { State = TaskRowState.Completed, EndedAt = Sample.At };
        await StartAsync(instance, [.. new[] { mine, group, named, others, done }.Select(task => new RowChange.InsertTask(task))]);

        var seen = await Storage.Queries.TasksAsync(new TaskQuery { State = TaskRowState.Created, VisibleTo = new TaskViewer("ada", ["apl"]), Sort = TaskSort.DueAt }, None);
        var page = await Storage.Queries.TasksAsync(new TaskQuery { Sort = TaskSort.Priority, Page = new Paging(1, 2) }, None);

        Assert.That(seen.Items.Select(task => task.Key.Counter), Is.EqualTo(new[] { 3, 2, 1 }), "a group's name is not found inside a longer one; tasks without a due date come last");
        Assert.That((seen.Total, seen.HasMore), Is.EqualTo((3, false)));
        Assert.That((page.Items.Select(task => task.Key.Counter), page.Total, page.HasMore), Is.EqualTo((new[] { 2, 3 }.AsEnumerable(), 5, true)));
        Assert.That((await Storage.Queries.TasksAsync(new TaskQuery { Assigned = false, DueBefore = Sample.At.AddDays(2), CandidateGroups = [] }, None)).Items, Is.Empty);
        Assert.That((await Storage.Queries.TaskAsync(named.Key, None))!.CandidateUsers, Is.EqualTo(new[] { "ada" }));
    }

    [Test]
    public async Task Instances_are_found_by_search_variables()
    {
        var (one, two) = (new InstanceId(1), new InstanceId(2));
        await StartAsync(one, new RowChange.SetSearchVariable(one, "workers", FeelValue.Of(12)), new RowChange.SetSearchVariable(one, "area", FeelValue.Of("x")), new RowChange.InsertTask(Sample.Task(one)));
        await StartAsync(two, new RowChange.SetSearchVariable(two, "workers", FeelValue.Of(13)), new RowChange.InsertTask(Sample.Task(two)));

        var twelve = new VariableCondition("workers", null, 12.0m);
        Assert.That((await Storage.Queries.InstancesAsync(new InstanceQuery { Variables = [twelve] }, None)).Items.Select(row => row.Instance), Is.EqualTo(new[] { one }));
        Assert.That((await Storage.Queries.TasksAsync(new TaskQuery { Variables = [twelve, new VariableCondition("area", "x", null)] }, None)).Total, Is.EqualTo(1));
        Assert.That((await Storage.Queries.InstancesAsync(new InstanceQuery { Sort = InstanceSort.Key, Descending = true }, None)).Items.Select(row => row.Instance), Is.EqualTo(new[] { two, one }));
        Assert.That((await Storage.Queries.InstancesAsync(new InstanceQuery { StartedFrom = Sample.At.AddSeconds(1) }, None)).Items, Is.Empty);
        Assert.That((await Storage.Queries.InstanceAsync(two, None))!.ProcessId, Is.EqualTo("intake"));
    }

    [Test]
    public async Task A_purged_instance_leaves_a_tombstone_and_no_row()
    {
        var instance = Sample.Instance();
        var hash = await StartAsync(instance, new RowChange.InsertTask(Sample.Task(instance)), new RowChange.SetSearchVariable(instance, "a", FeelValue.Of("x")));
        Assert.That(await Storage.Subjects.PurgeAsync(instance, "retention ended", Sample.At, None), Is.False, "it has not ended");
        await CommitAsync(Sample.Next(instance, 3, hash, new RowChange.EndInstance(instance, InstanceRowState.Completed, Sample.At)));

        Assert.That(await Storage.Subjects.PurgeAsync(instance, "retention ended", Sample.At, None), Is.True);

        Assert.That(await Storage.Store.LoadAsync(instance, None), Is.Null);
        Assert.That((await Storage.Queries.TasksAsync(new TaskQuery(), None)).Total, Is.Zero);
        Assert.That(await TamperAsync("UPDATE engine_tombstones SET reason = reason WHERE instance = 41 AND last_seq = 4"), Is.EqualTo(1));
    }

    private static object Comparable(TaskRow task) => (task with { CandidateGroups = [], CandidateUsers = [] }, string.Join(',', task.CandidateGroups), string.Join(',', task.CandidateUsers));
}
