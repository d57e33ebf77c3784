using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Tests.Runtime;

public class SubmissionTests
{
    [Test]
    public async Task An_instance_runs_from_start_to_end()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask());

        var instance = await desk.StartAsync("one-task");
        var task = await desk.OpenTaskAsync(instance);
        await desk.Node.Tasks.ClaimAsync(Guid.CreateVersion7(), Office.Ada, task!.Key, task.Version, CancellationToken.None);
        await desk.Node.Tasks.CompleteAsync(Guid.CreateVersion7(), Office.Ada, task.Key, FeelContext.Of(("ok", FeelValue.Of(true))), null, CancellationToken.None);

        Assert.That((await desk.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Completed));
        Assert.That(await desk.OpenTaskAsync(instance), Is.Null);
        Assert.That((await desk.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Sound, Is.True);
    }

    [Test]
    public async Task The_same_start_request_gives_the_same_instance()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask());
        var request = Guid.CreateVersion7();

        var first = await desk.Node.Instances.StartAsync(request, Office.Ada, "one-task", "AG-1", FeelContext.Empty, CancellationToken.None);
        var second = await desk.Node.Instances.StartAsync(request, Office.Ada, "one-task", "AG-1", FeelContext.Empty, CancellationToken.None);

        Assert.That(second.Acceptance!.Instance, Is.EqualTo(first.Acceptance!.Instance));
        Assert.That((first.Acceptance.Repeated, second.Acceptance.Repeated), Is.EqualTo((false, true)));
        Assert.That(await desk.InstancesAsync("one-task"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_same_request_twice_at_once_has_one_effect_and_one_answer()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask());
        var instance = await desk.StartAsync("one-task");
        var task = (await desk.OpenTaskAsync(instance))!.Key;
        var request = Guid.CreateVersion7();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => desk.Node.Tasks.ClaimAsync(request, Office.Ada, task, null, CancellationToken.None)));

        Assert.That(answers.Select(one => one.Rejection), Is.All.Null);
        Assert.That(answers.Select(one => one.Acceptance!.Position).Distinct(), Has.Exactly(1).Items);
        Assert.That((await desk.EventsAsync(instance)).OfType<InstanceEvent.UserTaskClaimed>(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task A_completion_that_is_repeated_hears_its_first_answer()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask());
        var instance = await desk.StartAsync("one-task");
        var task = (await desk.OpenTaskAsync(instance))!.Key;
        var request = Guid.CreateVersion7();

        await desk.Node.Tasks.CompleteAsync(request, Office.Boss, task, FeelContext.Empty, null, CancellationToken.None);
        var again = await desk.Node.Tasks.CompleteAsync(request, Office.Boss, task, FeelContext.Empty, null, CancellationToken.None);
        var other = await desk.Node.Tasks.CompleteAsync(Guid.CreateVersion7(), Office.Boss, task, FeelContext.Empty, null, CancellationToken.None);

        Assert.That(again.Acceptance!.Repeated, Is.True);
        Assert.That(other.Rejection!.Reason, Is.EqualTo(RejectionReason.WrongState), "the instance has ended");
    }

    [Test]
    public async Task A_refused_command_leaves_no_trace_of_its_request()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask());
        var instance = await desk.StartAsync("one-task");
        var task = (await desk.OpenTaskAsync(instance))!.Key;
        var request = Guid.CreateVersion7();

        var refused = await desk.Node.Tasks.ClaimAsync(request, Office.Mallory, task, null, CancellationToken.None);
        var accepted = await desk.Node.Tasks.ClaimAsync(request, Office.Ada, task, null, CancellationToken.None);

        Assert.That(refused.Rejection!.Reason, Is.EqualTo(RejectionReason.NotAllowed));
        Assert.That(accepted.Acceptance!.Repeated, Is.False);
    }

    [Test]
    public async Task A_command_for_an_instance_that_does_not_exist_is_refused()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();

        var result = await desk.Node.Tasks.ClaimAsync(Guid.CreateVersion7(), Office.Ada, new ScopeKey(77L << 20), null, CancellationToken.None);

        Assert.That(result.Rejection!.Reason, Is.EqualTo(RejectionReason.NotFound));
    }

    [Test]
    public async Task A_full_lane_refuses_and_says_so()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync(Office.DefaultOptions with { Lanes = 1, LaneCapacity = 3 });
        await desk.DeployAsync(Definitions.OneTask());

        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ =>
            desk.Node.Instances.StartAsync(Guid.CreateVersion7(), Office.Ada, "one-task", null, FeelContext.Empty, CancellationToken.None)));

        var refused = answers.Count(one => one.Rejection?.Reason == RejectionReason.Overloaded);
        Assert.That(refused, Is.GreaterThan(0));
        Assert.That((await desk.Node.Queries.InstancesAsync(new InstanceQuery { Page = new(0, 1000) }, CancellationToken.None)).Items, Has.Count.EqualTo(500 - refused));
    }

    [Test]
    public async Task Many_clients_share_commits_and_lose_nothing()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync(Office.DefaultOptions with { Lanes = 8 });
        await desk.DeployAsync(Definitions.OneTask());

        var instances = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => desk.StartAsync("one-task")));

        Assert.That(instances.Distinct().Count(), Is.EqualTo(200));
        foreach (var instance in instances.Take(20))
            Assert.That((await desk.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Sound, Is.True);
    }

    [Test]
    public async Task Two_nodes_on_one_database_decide_on_what_the_other_wrote()
    {
        await using var office = await Office.OpenAsync();
        var (here, there) = (await office.NodeAsync(), await office.NodeAsync());
        await here.DeployAsync(Definitions.OneTask());
        var instance = await here.StartAsync("one-task");
        var task = (await here.OpenTaskAsync(instance))!.Key;

        // Both nodes have the state in memory, and then one moves it.
        await there.Node.Tasks.ClaimAsync(Guid.CreateVersion7(), Office.Mallory, task, null, CancellationToken.None);
        var claimed = await here.Node.Tasks.ClaimAsync(Guid.CreateVersion7(), Office.Ada, task, null, CancellationToken.None);
        var late = await there.Node.Tasks.ClaimAsync(Guid.CreateVersion7(), Office.Grace, task, null, CancellationToken.None);
        var unclaimed = await there.Node.Tasks.UnclaimAsync(Guid.CreateVersion7(), Office.Ada, task, null, CancellationToken.None);
        var completed = await here.Node.Tasks.CompleteAsync(Guid.CreateVersion7(), Office.Boss, task, FeelContext.Empty, null, CancellationToken.None);

        Assert.That(claimed.Rejection, Is.Null);
        Assert.That(late.Rejection!.Reason, Is.EqualTo(RejectionReason.WrongState));
        Assert.That(unclaimed.Rejection, Is.Null);
        Assert.That(completed.Rejection, Is.Null);
        Assert.That((await there.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Sound, Is.True);
    }

    [Test]
    public async Task Two_nodes_that_race_for_one_instance_both_get_through()
    {
        await using var office = await Office.OpenAsync();
        var (here, there) = (await office.NodeAsync(), await office.NodeAsync());
        await here.DeployAsync(Definitions.OneTask());
        var instance = await here.StartAsync("one-task");
        var root = ScopeKey.RootOf(instance);

        var writes = Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? here : there).Node.Instances.SetVariablesAsync(
            Guid.CreateVersion7(), Office.Boss, root, FeelContext.Of(("v" + i, FeelValue.Of(i))), true, CancellationToken.None));
        var answers = await Task.WhenAll(writes);

        Assert.That(answers.Select(one => one.Rejection), Is.All.Null);
        var state = await there.Node.Instances.StateAsync(instance);
        Assert.That(state!.Elements[root].Variables.Names.Count(name => name.StartsWith('v')), Is.EqualTo(40));
        Assert.That((await here.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Sound, Is.True);
    }

    [Test]
    public async Task A_long_instance_is_loaded_from_its_snapshot()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync(Office.DefaultOptions with { SnapshotEvery = 10 });
        await desk.DeployAsync(Definitions.OneTask());
        var instance = await desk.StartAsync("one-task");
        for (var i = 0; i < 60; i++)
            await desk.Node.Instances.SetVariablesAsync(Guid.CreateVersion7(), Office.Boss, ScopeKey.RootOf(instance), FeelContext.Of(("n", FeelValue.Of(i))), true, CancellationToken.None);

        var loaded = await desk.Node.Stores.Store.LoadAsync(instance, CancellationToken.None);

        Assert.That(loaded!.Snapshot!.Version, Is.GreaterThan(loaded.Version - 12));
        var fresh = await office.NodeAsync();
        Assert.That((await fresh.Node.Instances.StateAsync(instance))!.Elements[ScopeKey.RootOf(instance)].Variables["n"], Is.EqualTo(FeelValue.Of(59)));
    }
}
