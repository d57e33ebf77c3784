using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Tests.Conformance;

/// <summary>Frozen lists, and rows of instances that go on under another version.</summary>
public abstract partial class StoreConformance
{
    private static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

    private static Batch List(int number, string subject = "p") =>
        new(new Guid(number, 0, 0, new byte[8]), BatchKind.Migration, subject, """{"a":"à"}""", $"{number:x64}", 3, "ada", Sample.At.AddMinutes(number));

    private static BatchRow[] ListRows { get; } =
    [
        new(1, new(1L << 20), 7, BatchRow.Ok),
        new(2, new(2L << 20 | 5), 8, "impossible") { Reason = "type-differs", Element = "x", Message = "Expected…" },
        new(3, new(3L << 20), 9, BatchRow.Ok),
    ];

    private async Task<Batch> KeptAsync(int number, string subject = "p")
    {
        var list = List(number, subject);
        await Storage.Batches.CreateAsync(list, ListRows, Never, None);
        return list;
    }

    [Test]
    public async Task A_list_is_read_as_it_was_kept()
    {
        var (one, _, two) = (await KeptAsync(1), await KeptAsync(2, "q"), await KeptAsync(3));
        Assert.That(await Storage.Batches.FindAsync(one.Id, None), Is.EqualTo(one));
        Assert.That(await Storage.Batches.FindAsync(Guid.NewGuid(), None), Is.Null);
        Assert.That(await Storage.Batches.LatestAsync(BatchKind.Migration, "p", 10, None), Is.EqualTo(new[] { two, one }));
        Assert.That((await Storage.Batches.RowsAsync(one.Id, null, null, Paging.First, None)).Items, Is.EqualTo(ListRows));
        Assert.That(await Storage.Batches.RowsAsync(one.Id, BatchRow.Ok, null, new(1, 1), None) is { HasMore: false, Items: [{ Number: 3 }] });
        Assert.That(await Storage.Batches.CountsAsync(one.Id, None), Is.EqualTo(new BatchCount[] { new("impossible", null, 1), new(BatchRow.Ok, null, 2) }));
    }

    [Test]
    public async Task A_list_is_started_once_and_only_its_good_rows_are_carried_out()
    {
        var list = await KeptAsync(1);
        Assert.That(await Storage.Batches.ClaimAsync(Sample.At, Sample.At.AddMinutes(1), None), Is.Null, "nobody has started it");
        Assert.That(await Storage.Batches.MoveAsync(list.Id, [BatchState.Rehearsed], BatchState.Running, "grace", Sample.At, None));
        Assert.That(await Storage.Batches.MoveAsync(list.Id, [BatchState.Rehearsed], BatchState.Running, "mallory", Sample.At, None), Is.False);
        Assert.That((await Storage.Batches.NextAsync(list.Id, 10, None)).Select(row => row.Number), Is.EqualTo(new[] { 1, 3 }));

        await Storage.Batches.RecordAsync(list.Id, [new(1, BatchOutcome.Done, null), new(3, BatchOutcome.Refused, "why")], None);
        await Storage.Batches.RecordAsync(list.Id, [new(1, BatchOutcome.Refused, "late")], None);
        Assert.That(await Storage.Batches.NextAsync(list.Id, 10, None), Is.Empty);
        Assert.That((await Storage.Batches.RowsAsync(list.Id, null, BatchOutcome.Done, Paging.First, None)).Items, Is.EqualTo(new[] { ListRows[0] with { Outcome = BatchOutcome.Done } }), "the first outcome stays");
        Assert.That((await Storage.Batches.RowsAsync(list.Id, null, BatchOutcome.Refused, Paging.First, None)).Items, Is.EqualTo(new[] { ListRows[2] with { Outcome = BatchOutcome.Refused, OutcomeMessage = "why" } }));

        Assert.That(await Storage.Batches.MoveAsync(list.Id, [BatchState.Running], BatchState.Done, null, Sample.At.AddHours(1), None));
        Assert.That(await Storage.Batches.FindAsync(list.Id, None), Is.EqualTo(list with { State = BatchState.Done, StartedBy = "grace", StartedAt = Sample.At, EndedAt = Sample.At.AddHours(1) }));
    }

    [Test]
    public async Task A_running_list_is_claimed_by_one_node_until_it_is_given_back_or_the_claim_ends()
    {
        var list = await KeptAsync(1);
        await Storage.Batches.MoveAsync(list.Id, [BatchState.Rehearsed], BatchState.Running, "grace", Sample.At, None);
        var other = await OpenAsync();
        Assert.That((await Storage.Batches.ClaimAsync(Sample.At, Sample.At.AddMinutes(1), None))?.Id, Is.EqualTo(list.Id));
        Assert.That(await other.Batches.ClaimAsync(Sample.At, Sample.At.AddMinutes(1), None), Is.Null);
        Assert.That((await other.Batches.ClaimAsync(Sample.At.AddMinutes(1), Sample.At.AddMinutes(2), None))?.Id, Is.EqualTo(list.Id));
        await other.Batches.RecordAsync(list.Id, [new(1, BatchOutcome.Done, null)], None);
        Assert.That((await Storage.Batches.ClaimAsync(Sample.At, Sample.At.AddMinutes(1), None))?.Id, Is.EqualTo(list.Id));
        await Storage.Batches.MoveAsync(list.Id, [BatchState.Running], BatchState.Stopped, null, Sample.At, None);
        Assert.That(await other.Batches.ClaimAsync(Sample.At.AddHours(1), Sample.At.AddHours(2), None), Is.Null, "what is stopped is nobody's work");
    }

    [Test]
    public async Task Old_lists_that_nobody_carried_out_go_when_a_new_one_comes()
    {
        var (old, done) = (await KeptAsync(1), await KeptAsync(2));
        await Storage.Batches.MoveAsync(done.Id, [BatchState.Rehearsed], BatchState.Running, "grace", Sample.At, None);
        await Storage.Batches.CreateAsync(List(9), ListRows, Sample.At.AddMinutes(5), None);
        Assert.That(await Storage.Batches.FindAsync(old.Id, None), Is.Null);
        Assert.That(await Storage.Batches.FindAsync(done.Id, None), Is.Not.Null);
        Assert.That((await Storage.Batches.RowsAsync(old.Id, null, null, Paging.First, None)).Items, Is.Empty);
    }

    [Test]
    public async Task What_runs_under_a_version_is_found_in_the_order_of_the_keys_called_processes_too()
    {
        var (one, two) = (Sample.Instance(51), Sample.Instance(52));
        var definition = Sample.Definition;
        await StartAsync(one);
        await StartAsync(two, new RowChange.InsertProcessScope(new(ScopeKey.Of(two, 4), two, definition, "called", ScopeKey.RootOf(two), "call", InstanceRowState.Active, Sample.At, null)));
        ScopeKey[] all = [ScopeKey.RootOf(one), ScopeKey.RootOf(two), ScopeKey.Of(two, 4)];
        Assert.That(await Storage.Queries.RunningAsync(definition, new(0), 10, None), Is.EqualTo(all));
        Assert.That(await Storage.Queries.RunningAsync(definition, all[0], 1, None), Is.EqualTo(new[] { all[1] }));
        Assert.That(await Storage.Queries.RunningAsync(definition, all[1], 10, None), Is.EqualTo(new[] { all[2] }));
        Assert.That(await Storage.Queries.RunningAsync(new(99), new(0), 10, None), Is.Empty);
    }

    [Test]
    public async Task Rows_of_an_instance_that_goes_on_under_another_version_have_its_names()
    {
        var instance = Sample.Instance();
        var task = Sample.Task(instance, 1);
        var (called, other) = (ScopeKey.Of(instance, 2), new DefinitionKey(77));
        var hash = await StartAsync(instance,
            new RowChange.InsertTask(task),
            new RowChange.InsertProcessScope(new(called, instance, Sample.Definition, "called", ScopeKey.RootOf(instance), "call", InstanceRowState.Active, Sample.At, null)),
            new RowChange.InsertTimer(Sample.Timer(instance, 3, Sample.At)),
            new RowChange.InsertJob(Sample.Job(instance, 4)),
            new RowChange.OpenSubscription(Sample.Subscription(instance, 5)),
            new RowChange.InsertIncident(Sample.Incident(instance, 6)));

        await CommitAsync(
            Sample.Next(instance, 3, hash,
                new RowChange.MoveInstance(instance, other),
                new RowChange.MoveTask(task.Key, other, "check", "Check", "form", "term", 4),
                new RowChange.MoveProcessScope(called, other),
                new RowChange.MoveTimer(ScopeKey.Of(instance, 3), "alert"),
                new RowChange.MoveJob(ScopeKey.Of(instance, 4), other, "post"),
                new RowChange.MoveSubscription(ScopeKey.Of(instance, 5), "await"),
                new RowChange.MoveIncident(ScopeKey.Of(instance, 6), other, "post")),
            // Two changes of one task in one transaction: the later position counts.
            Sample.Next(instance, 4, ReadOnlyMemory<byte>.Empty, new RowChange.AssignTask(task.Key, "grace", 5)));

        var rows = await RowsOf(instance);
        Assert.That(rows.Instance!.Definition, Is.EqualTo(other));
        Assert.That(rows.Tasks.Select(row => (row.Definition, row.Element, row.Name, row.FormId, row.EscalationOf, row.Assignee, row.Version)), Is.EqualTo(new[] { (other, "check", "Check", "form", "term", "grace", 5L) }));
        Assert.That(rows.ProcessScopes[0].Definition, Is.EqualTo(other));
        Assert.That(rows.Timers[0].Element, Is.EqualTo("alert"));
        Assert.That(rows.Jobs.Select(row => (row.Definition, row.Element)), Is.EqualTo(new[] { (other, "post") }));
        Assert.That(rows.Subscriptions[0].Element, Is.EqualTo("await"));
        Assert.That(rows.Incidents.Select(row => (row.Definition, row.Element)), Is.EqualTo(new[] { (other, "post") }));
    }
}
