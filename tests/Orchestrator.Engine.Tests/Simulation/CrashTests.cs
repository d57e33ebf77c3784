using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Testing;
using Orchestrator.Testing.Checkers;

namespace Orchestrator.Engine.Tests.Simulation;

/// <summary>
/// The node dies at the n-th database operation and is built anew on the same file; the step that was interrupted is asked again with the same request, and the story goes on.
/// n grows until a run meets no crash, by three with every test run and by one with <c>tests/long.sh crash</c>. Afterwards everything is as if nothing had happened.
/// </summary>
[Category("Slow")]
public class CrashTests
{
    private static readonly int Stride = Environment.GetEnvironmentVariable("ORCHESTRATOR_CRASH_STORIES") == "every" ? 1 : 3;

    private static readonly Guid[] Requests = [.. Enumerable.Range(1, 20).Select(i => new Guid(i, 0, 0, new byte[8]))];

    [Test]
    public async Task A_story_with_a_job_a_task_timers_and_messages_survives_a_crash_anywhere() =>
        await EverywhereAsync(WholeStory, async (desk, office, where) =>
        {
            var instance = (await desk.InstancesAsync("everything")).Single();
            Assert.That(instance.State, Is.EqualTo(InstanceRowState.Completed), where);
            var events = await desk.EventsAsync(instance.Instance);
            Assert.That(events.OfType<InstanceEvent.TimerFired>().Count(), Is.EqualTo(1), where);
            Assert.That(events.OfType<InstanceEvent.JobCompleted>().Count(), Is.EqualTo(1), where);
            Assert.That(office.Post.Offers.Select(one => (one.Job, one.Attempt)).Distinct().Count(), Is.EqualTo(1), where);
            Assert.That(office.Post.Thrown.Select(one => one.Key).Distinct().Count(), Is.EqualTo(1), where);
        });

    [Test]
    public async Task Deployments_and_starts_by_message_and_timer_survive_a_crash_anywhere() =>
        await EverywhereAsync(StartsStory, async (desk, _, where) =>
        {
            Assert.That(desk.Node.Definitions.All.Select(one => (one.ProcessId, one.Version)), Is.EquivalentTo(new[] { ("by-message", 1), ("by-timer", 1) }), where);
            Assert.That((await desk.InstancesAsync("by-message")).Select(one => one.BusinessKey), Is.EquivalentTo(new[] { "A", "A", "B" }), where);
            Assert.That(await desk.InstancesAsync("by-timer"), Has.Count.EqualTo(2), where);
        });

    [Test]
    public async Task A_rehearsed_migration_survives_a_crash_anywhere_and_migrates_each_instance_once() =>
        await EverywhereAsync(MigrationStory, async (desk, _, where) =>
        {
            foreach (var instance in await desk.InstancesAsync(Migrating.TwoVersions.Id))
                Assert.That((await desk.EventsAsync(instance.Instance)).OfType<InstanceEvent.InstanceMigrated>().Count(), Is.EqualTo(1), where);
            var list = (await desk.Node.Batches.LatestAsync(BatchKind.Migration, Migrating.TwoVersions.Id, 5, CancellationToken.None))[0];
            Assert.That((await desk.Node.Batches.CountsAsync(list.Id, CancellationToken.None)).Select(count => (count.Outcome, count.Count)), Is.EqualTo(new[] { ((BatchOutcome?)BatchOutcome.Done, 2) }), where);
            Assert.That((await desk.Node.Batches.FindAsync(list.Id, CancellationToken.None))!.State, Is.EqualTo(BatchState.Done), where);
        });

    private static Func<Desk, Office, Task>[] MigrationStory { get; } =
    [
        (desk, _) => desk.Node.Deployments.DeployAsync([Migrating.TwoVersions.First], "ada", CancellationToken.None),
        (desk, _) => Accepted(StartAsync(desk, Requests[0], "task")),
        (desk, _) => Accepted(StartAsync(desk, Requests[1], "renamed")),
        (desk, _) => desk.Node.Deployments.DeployAsync([Migrating.TwoVersions.Second], "ada", CancellationToken.None),
        async (desk, _) =>
        {
            await desk.Node.Definitions.RefreshAsync(CancellationToken.None);
            var versions = desk.Node.Definitions.All;
            await desk.Node.Migrations.RehearseAsync(null, "grace", new(versions[0].Key, versions[1].Key, [Migrating.TwoVersions.Renamed]), CancellationToken.None);
        },
        async (desk, _) =>
        {
            var list = (await desk.Node.Batches.LatestAsync(BatchKind.Migration, Migrating.TwoVersions.Id, 1, CancellationToken.None))[0];
            Assert.That(await desk.Node.Batches.ExecuteAsync(list.Id, list.Hash, "grace", CancellationToken.None), Is.Null);
        },
        (desk, _) => desk.QuiesceAsync(),
    ];

    private static Task<Orchestrator.Engine.Runtime.SubmitResult> StartAsync(Desk desk, Guid request, string at) =>
        desk.Node.Instances.StartAsync(request, Office.Ada, Migrating.TwoVersions.Id, null, FeelContext.Of(("at", FeelValue.Of(at)), ("key", FeelValue.Of("k"))), CancellationToken.None);

    private static Func<Desk, Office, Task>[] WholeStory { get; } =
    [
        (desk, _) => desk.Node.Deployments.DeployAsync([Definitions.Everything()], "ada", CancellationToken.None),
        (desk, _) => Accepted(desk.Node.Instances.StartAsync(Requests[0], Office.Ada, "everything", "AG-1",
            FeelContext.Of(("key", FeelValue.Of("K")), ("caseId", FeelValue.Of("C1")), ("city", FeelValue.Of("Torino"))), CancellationToken.None)),
        (desk, _) => desk.QuiesceAsync(),
        (desk, office) => Accepted(desk.Node.Jobs.CompleteAsync(Requests[1], Office.Boss, office.Post.Offers[^1].Job, office.Post.Offers[^1].Attempt, FeelContext.Empty, CancellationToken.None)),
        // An hour for what a crash costs: the task may have been made a little later.
        (desk, office) => AtAsync(desk, office, TimeSpan.FromHours(25)),
        async (desk, _) => await Accepted(desk.Node.Tasks.ClaimAsync(Requests[2], Office.Ada, await TaskAsync(desk, "everything"), null, CancellationToken.None)),
        async (desk, _) => await Accepted(desk.Node.Tasks.CompleteAsync(Requests[3], Office.Ada, await TaskAsync(desk, "everything"), FeelContext.Empty, null, CancellationToken.None)),
        (desk, _) => desk.QuiesceAsync(),
        (desk, _) => desk.PublishAsync("Answered", "K", TimeSpan.FromDays(1), "answer-1"),
        (desk, _) => desk.QuiesceAsync(),
    ];

    private static Func<Desk, Office, Task>[] StartsStory { get; } =
    [
        (desk, _) => desk.PublishAsync("Start", "A", TimeSpan.FromDays(1), "1"),
        (desk, _) => desk.Node.Deployments.DeployAsync([Definitions.StartsByMessage(), Definitions.StartsByTimer("R2/PT1H")], "ada", CancellationToken.None),
        (desk, _) => desk.PublishAsync("Start", "A", TimeSpan.FromDays(1), "2"),
        (desk, _) => desk.PublishAsync("Start", "B", TimeSpan.FromDays(1), "3"),
        (desk, _) => desk.QuiesceAsync(),
        async (desk, _) => await Accepted(desk.Node.Tasks.CompleteAsync(Requests[0], Office.Boss, await TaskAsync(desk, "by-message", "A"), FeelContext.Empty, null, CancellationToken.None)),
        (desk, office) => AtAsync(desk, office, TimeSpan.FromHours(1)),
        (desk, office) => AtAsync(desk, office, TimeSpan.FromHours(2)),
        (desk, office) => AtAsync(desk, office, TimeSpan.FromHours(5)),
    ];

    private static async Task EverywhereAsync(Func<Desk, Office, Task>[] story, Func<Desk, Office, string, Task> check)
    {
        await using var template = await Office.OpenAsync();
        for (var n = 1; ; n += Stride)
        {
            await using var office = template.Copy();
            var crash = new CrashAt(n);
            var desk = await PlayAsync(office, story, crash);
            crash.Disarm();
            var where = $"n = {n}, {crash.Where ?? "no crash"}";

            Assert.That(await EngineChecker.CheckAsync(desk.Node), Is.Empty, where);
            Assert.That(await EngineChecker.AcknowledgedAsync(desk.Node, Requests.Take(story == WholeStory ? 4 : story == MigrationStory ? 2 : 1)), Is.Empty, where);
            await check(desk, office, where);
            if (crash.Crashed) continue;
            TestContext.Out.WriteLine($"{n - 1} crash points, one of {Stride} tried");
            return;
        }
    }

    private static async Task<Desk> PlayAsync(Office office, Func<Desk, Office, Task>[] story, CrashAt crash)
    {
        Desk? desk = null;
        foreach (var step in story.Append(SettleAsync))
        {
            try
            {
                desk ??= await office.NodeAsync(crash: crash);
                await step(desk, office);
                if (!crash.Crashed || desk.Survives) continue;
            }
            catch (Exception) when (crash.Crashed)
            {
                // The process is gone: whatever it threw, nobody hears it.
            }
            if (desk is not null) await desk.DieAsync();
            desk = await office.NodeAsync();
            desk.Survives = true;
            // Claims of the dead node run out.
            office.Time.Advance(desk.Node.Options.ClaimFor);
            await step(desk, office);
        }
        return desk!;
    }

    private static async Task SettleAsync(Desk desk, Office office)
    {
        await desk.QuiesceAsync();
        office.Time.Advance(desk.Node.Options.ClaimFor);
        await desk.QuiesceAsync();
    }

    private static async Task AtAsync(Desk desk, Office office, TimeSpan sinceStart)
    {
        var instant = office.Start + sinceStart;
        if (instant > office.Time.GetUtcNow()) office.Time.MoveTo(instant);
        await desk.QuiesceAsync();
    }

    private static async Task Accepted(Task<Orchestrator.Engine.Runtime.SubmitResult> answer) =>
        Assert.That((await answer).Rejection, Is.Null);

    private static async Task<ScopeKey> TaskAsync(Desk desk, string process, string? businessKey = null) =>
        (await desk.Node.Queries.TasksAsync(new TaskQuery { ProcessId = process, BusinessKey = businessKey }, CancellationToken.None)).Items[0].Key;
}
