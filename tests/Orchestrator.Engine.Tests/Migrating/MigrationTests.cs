using System.Diagnostics;
using System.Globalization;
using Orchestrator.Engine.Migrating;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Testing.Checkers;

namespace Orchestrator.Engine.Tests.Migrating;

/// <summary>All running instances of a version: rehearsed without changing anything, then exactly the good ones carried out (docs/migration.md).</summary>
public sealed class MigrationTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static async Task<MigrationTarget> WaitingAsync(Desk desk, int instances, params ElementMapping[] mapping)
    {
        var first = (await desk.DeployAsync(TwoVersions.First)).Deployment!.Definitions[0].Key;
        for (var from = 0; from < instances; from += 500)
            await Task.WhenAll(Enumerable.Range(from, Math.Min(500, instances - from)).Select(i => StartAsync(desk, i)));
        await desk.QuiesceAsync();
        var second = (await desk.DeployAsync(TwoVersions.Second)).Deployment!.Definitions[0].Key;
        return new MigrationTarget(first, second, [.. mapping]);
    }

    private static Task<InstanceId> StartAsync(Desk desk, int number) => desk.StartAsync(TwoVersions.Id,
        ("at", FeelValue.Of(TwoVersions.Places[number % TwoVersions.Places.Length])), ("key", FeelValue.Of(number.ToString(CultureInfo.InvariantCulture))));

    private static async Task<Batch> RehearseAsync(Desk desk, MigrationTarget target)
    {
        var (list, rejection) = await desk.Node.Migrations.RehearseAsync(null, "grace", target, None);
        Assert.That(rejection, Is.Null);
        return list!;
    }

    private static async Task<List<BatchRow>> RowsAsync(Desk desk, Batch list)
    {
        var rows = new List<BatchRow>();
        while ((await desk.Node.Batches.RowsAsync(list.Id, null, null, new Paging(rows.Count, 1_000), None)).Items is { Count: > 0 } page) rows.AddRange(page);
        return rows;
    }

    [Test]
    public async Task Every_instance_comes_out_as_it_was_rehearsed_and_a_rehearsal_changes_nothing()
    {
        // Five thousand in tests/long.sh migrate.
        var measured = Environment.GetEnvironmentVariable("ORCHESTRATOR_MIGRATE");
        var many = int.Parse(measured ?? "140", CultureInfo.InvariantCulture);
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var target = await WaitingAsync(desk, many, TwoVersions.Renamed);
        var before = await VersionsAsync(desk, many);

        var watch = Stopwatch.StartNew();
        var list = await RehearseAsync(desk, target);
        TestContext.Out.WriteLine($"rehearsed {list.Rows} in {watch.Elapsed.TotalSeconds:0.0} s");
        if (measured is not null) Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)));
        Assert.That(await VersionsAsync(desk, many), Is.EqualTo(before));

        var rows = await RowsAsync(desk, list);
        Assert.That(rows, Has.Count.EqualTo(many));
        Assert.That(rows.Where(row => row.Verdict != BatchRow.Ok).Select(row => (row.Verdict, row.Reason, row.Element)).Distinct(), Is.EqualTo(new[] { ("impossible", "type-differs", "retyped") }));

        watch.Restart();
        Assert.That(await desk.Node.Batches.ExecuteAsync(list.Id, list.Hash, "grace", None), Is.Null);
        await desk.QuiesceAsync();
        TestContext.Out.WriteLine($"migrated in {watch.Elapsed.TotalSeconds:0.0} s");

        foreach (var row in await RowsAsync(desk, list))
        {
            var good = row.Verdict == BatchRow.Ok;
            Assert.That(row.Outcome, Is.EqualTo(good ? BatchOutcome.Done : (BatchOutcome?)null));
            Assert.That((await desk.RowAsync(row.Key.Instance)).Definition, Is.EqualTo(good ? target.Target : target.Source));
        }
        Assert.That((await desk.Node.Batches.FindAsync(list.Id, None))!.State, Is.EqualTo(BatchState.Done));
        if (many > 1_000) return;
        Assert.That(await EngineChecker.CheckAsync(desk.Node), Is.Empty, "chains, rows and snapshots are those of the history");
    }

    private static async Task<List<(long, DefinitionKey)>> VersionsAsync(Desk desk, int many)
    {
        var versions = new List<(long, DefinitionKey)>();
        foreach (var number in Enumerable.Range(1, many).Where(number => number % Math.Max(1, many / 100) == 0))
            if (await desk.Node.Stores.Store.HeadAsync(new InstanceId(number), None) is { } head) versions.Add((head.Version, (await desk.RowAsync(new InstanceId(number))).Definition));
        return versions;
    }

    [Test]
    public async Task What_was_migrated_is_found_under_the_new_version_and_goes_on_there()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var target = await WaitingAsync(desk, TwoVersions.Places.Length, TwoVersions.Renamed);
        var list = await RehearseAsync(desk, target);
        await desk.Node.Batches.ExecuteAsync(list.Id, list.Hash, "grace", None);
        await desk.QuiesceAsync();

        var task = (await desk.Node.Queries.TasksAsync(new TaskQuery { Element = "fresh" }, None)).Items.Single();
        Assert.That(task.Definition, Is.EqualTo(target.Target));
        Assert.That((await desk.Node.Queries.TasksAsync(new TaskQuery { Definition = target.Source, State = TaskRowState.Created }, None)).Items.Select(one => one.Element), Is.EqualTo(new[] { "retyped" }));
        var timers = (await desk.Node.Queries.TimersAsync(new TimerQuery(), None)).Items.Select(one => one.Element);
        Assert.That(timers, Is.EquivalentTo(new[] { "timer", "term" }), "no reminder on the task, a term on the job");

        foreach (var open in (await desk.Node.Queries.TasksAsync(new TaskQuery { Definition = target.Target, State = TaskRowState.Created }, None)).Items)
            Assert.That((await desk.Node.Tasks.CompleteAsync(Guid.CreateVersion7(), Office.Boss, open.Key, FeelContext.Empty, null, None)).Rejection, Is.Null);
        await desk.PublishAsync("Go", "2", TimeSpan.FromHours(1));
        await desk.PassAsync(TimeSpan.FromDays(31));
        Assert.That((await desk.InstancesAsync(TwoVersions.Id)).Where(row => row.State == InstanceRowState.Active).Select(row => row.Definition), Is.EqualTo(new[] { target.Source }), "all but the one that could not be migrated have ended");
        Assert.That(await EngineChecker.CheckAsync(desk.Node), Is.Empty);
    }

    [Test]
    public async Task An_instance_that_moved_since_is_left_as_it_is_and_listed()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var target = await WaitingAsync(desk, 14, TwoVersions.Renamed);
        var list = await RehearseAsync(desk, target);
        var tasks = (await desk.Node.Queries.TasksAsync(new TaskQuery { Element = "task" }, None)).Items;
        await desk.Node.Tasks.ClaimAsync(Guid.CreateVersion7(), Office.Ada, tasks[0].Key, null, None);
        await desk.Node.Instances.CancelAsync(Guid.CreateVersion7(), Office.Boss, ScopeKey.RootOf(tasks[1].Instance), "no longer wanted", None);

        await desk.Node.Batches.ExecuteAsync(list.Id, list.Hash, "grace", None);
        await desk.QuiesceAsync();

        var moved = (await desk.Node.Batches.RowsAsync(list.Id, null, BatchOutcome.Moved, Paging.First, None)).Items;
        Assert.That(moved.Select(row => row.Key.Instance), Is.EquivalentTo(new[] { tasks[0].Instance, tasks[1].Instance }));
        Assert.That((await desk.RowAsync(tasks[0].Instance)).Definition, Is.EqualTo(target.Source));
        Assert.That((await desk.Node.Batches.CountsAsync(list.Id, None)).Where(count => count.Outcome == BatchOutcome.Done).Sum(count => count.Count), Is.EqualTo(10));
    }

    [Test]
    public async Task Only_the_list_that_was_shown_is_carried_out_and_once()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var target = await WaitingAsync(desk, 7, TwoVersions.Renamed);
        var list = await RehearseAsync(desk, target);

        Assert.That((await desk.Node.Batches.ExecuteAsync(list.Id, "0000", "grace", None))?.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That((await desk.Node.Batches.ExecuteAsync(Guid.NewGuid(), list.Hash, "grace", None))?.Reason, Is.EqualTo(RejectionReason.NotFound));
        Assert.That(await desk.Node.Batches.ExecuteAsync(list.Id, list.Hash, "grace", None), Is.Null);
        Assert.That(await desk.Node.Batches.ExecuteAsync(list.Id, list.Hash, "grace", None), Is.Null, "twice is once");
        await desk.QuiesceAsync();
        Assert.That((await desk.Node.Batches.ExecuteAsync(list.Id, list.Hash, "grace", None))?.Reason, Is.EqualTo(RejectionReason.WrongState));
        foreach (var row in (await RowsAsync(desk, list)).Where(row => row.Outcome == BatchOutcome.Done))
            Assert.That((await desk.EventsAsync(row.Key.Instance)).OfType<InstanceEvent.InstanceMigrated>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_list_that_is_stopped_rests_until_somebody_goes_on_with_it()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync(Office.DefaultOptions with { ClaimBatch = 5 });
        var list = await RehearseAsync(desk, await WaitingAsync(desk, 28, TwoVersions.Renamed));
        Assert.That((await desk.Node.Batches.StopAsync(list.Id, None))?.Reason, Is.EqualTo(RejectionReason.WrongState), "nothing runs yet");
        await desk.Node.Batches.ExecuteAsync(list.Id, list.Hash, "grace", None);
        Assert.That(await desk.Node.Batches.StopAsync(list.Id, None), Is.Null);
        await desk.QuiesceAsync();
        Assert.That((await desk.Node.Batches.RowsAsync(list.Id, null, BatchOutcome.Done, Paging.First, None)).Items, Is.Empty);

        await desk.Node.Batches.ExecuteAsync(list.Id, list.Hash, "ada", None);
        await desk.QuiesceAsync();
        Assert.That((await desk.Node.Batches.RowsAsync(list.Id, null, BatchOutcome.Done, Paging.First, None)).Items, Has.Count.EqualTo(24));
        Assert.That((await desk.Node.Batches.FindAsync(list.Id, None))!.StartedBy, Is.EqualTo("grace"), "who started it answers for it");
    }

    [Test]
    public async Task A_rehearsal_names_what_needs_a_mapping_and_refuses_one_that_cannot_be_used()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var target = await WaitingAsync(desk, 7);
        var rows = await RowsAsync(desk, await RehearseAsync(desk, target));
        Assert.That(rows.Where(row => row.Verdict == "needs-mapping").Select(row => (row.Reason, row.Element)), Is.EqualTo(new[] { ("element-gone", "renamed") }));
        var (list, rejection) = await desk.Node.Migrations.RehearseAsync(null, "grace", target with { Mapping = [new(new("nobody"), new("fresh"))] }, None);
        Assert.That((list, rejection?.Reason), Is.EqualTo((default(Batch), RejectionReason.Invalid)));
    }

    [Test]
    public async Task A_state_read_at_any_position_names_elements_as_they_were_called_then()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync(Office.DefaultOptions with { SnapshotEvery = 1 });
        var target = await WaitingAsync(desk, TwoVersions.Places.Length, TwoVersions.Renamed);
        var task = (await desk.Node.Queries.TasksAsync(new TaskQuery { Element = "renamed" }, None)).Items.Single();
        var before = (await desk.Node.States.FindAsync(task.Instance))!;
        Assert.That((await desk.Node.Migrations.MigrateAsync(Guid.CreateVersion7(), Office.Boss, ScopeKey.RootOf(task.Instance), target.Target, target.Mapping, None)).Rejection, Is.Null);

        var then = await desk.Node.History.StateAtAsync(task.Instance, before.Version, None);
        var now = await desk.Node.History.StateAtAsync(task.Instance, long.MaxValue, None);
        Assert.That((then!.Definition, then.Elements[task.Key].Element.Value), Is.EqualTo((target.Source, "renamed")));
        Assert.That((now!.Definition, now.Elements[task.Key].Element.Value), Is.EqualTo((target.Target, "fresh")));
        Assert.That(await EngineChecker.CheckAsync(desk.Node), Is.Empty);
    }

    [Test]
    public async Task An_instance_that_a_message_started_frees_its_key_at_its_end_also_under_a_version_without_that_start()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.StartsByMessage());
        await desk.PublishAsync("Start", "A", TimeSpan.FromDays(1));
        await desk.QuiesceAsync();
        var instance = (await desk.InstancesAsync("by-message")).Single().Instance;
        var second = (await desk.DeployAsync(Definitions.OneTask("by-message"))).Deployment!.Definitions[0].Key;
        Assert.That((await desk.Node.Migrations.MigrateAsync(Guid.CreateVersion7(), Office.Boss, ScopeKey.RootOf(instance), second, [], None)).Rejection, Is.Null);
        await desk.Node.Tasks.CompleteAsync(Guid.CreateVersion7(), Office.Boss, (await desk.OpenTaskAsync(instance))!.Key, FeelContext.Empty, null, None);

        Assert.That((await desk.Node.Stores.History.RowsAsync(instance, None))!.Rows.StartReservations, Is.Empty);
        Assert.That(await EngineChecker.CheckAsync(desk.Node), Is.Empty);
    }
}
