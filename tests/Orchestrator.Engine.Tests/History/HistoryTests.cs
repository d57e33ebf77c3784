using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Testing.Checkers;

namespace Orchestrator.Engine.Tests.History;

public class HistoryTests
{
    private static readonly DeploymentResource Choice = Definitions.Process("choice",
        """
        <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="gate"/>
        <bpmn:exclusiveGateway id="gate" default="small"/>
        <bpmn:sequenceFlow id="large" sourceRef="gate" targetRef="x"><bpmn:conditionExpression>=workers &gt; 15</bpmn:conditionExpression></bpmn:sequenceFlow>
        <bpmn:sequenceFlow id="small" sourceRef="gate" targetRef="end"/>
        """ + Definitions.UserTask("apl") + Definitions.EndFlow);

    [Test]
    public async Task The_state_at_every_position_is_the_replay_up_to_it()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync(Office.DefaultOptions with { SnapshotEvery = 5 });
        await desk.DeployAsync(Definitions.OneTask());
        var instance = await desk.StartAsync("one-task");
        var task = (await desk.OpenTaskAsync(instance))!.Key;
        await desk.Node.Tasks.ClaimAsync(Guid.CreateVersion7(), Office.Ada, task, null, CancellationToken.None);
        await desk.Node.Tasks.CompleteAsync(Guid.CreateVersion7(), Office.Ada, task, FeelContext.Empty, null, CancellationToken.None);
        var events = await desk.Node.History.PageAsync(instance, 0, 1000, CancellationToken.None);

        var state = InstanceState.Empty(instance);
        foreach (var one in events)
        {
            state = state.Evolve(one.Event, one.At);
            var at = await desk.Node.History.StateAtAsync(instance, one.Position, CancellationToken.None);
            Assert.That(Testing.Building.StateText.Of(at!), Is.EqualTo(Testing.Building.StateText.Of(state)), $"position {one.Position}");
        }
        Assert.That(events.Select(one => one.Position), Is.EqualTo(Enumerable.Range(1, events.Count).Select(i => (long)i)));
    }

    [Test]
    public async Task A_page_begins_where_the_last_one_ended_even_inside_a_command()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.OneTask());
        var instance = await desk.StartAsync("one-task");
        var all = await desk.Node.History.PageAsync(instance, 0, 1000, CancellationToken.None);

        var rest = await desk.Node.History.PageAsync(instance, 3, 1000, CancellationToken.None);

        Assert.That(rest.Select(one => one.Position), Is.EqualTo(all.Skip(3).Select(one => one.Position)));
        Assert.That(rest.Select(one => one.Element), Is.EqualTo(all.Skip(3).Select(one => one.Element)));
    }

    [Test]
    public async Task Why_an_element_was_reached_is_told_with_what_the_conditions_saw()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Choice);
        var task = (await desk.OpenTaskAsync(await desk.StartAsync("choice", ("workers", FeelValue.Of(20)))))!.Key;

        var why = (await desk.Node.History.ExplainAsync(task, CancellationToken.None))!;

        Assert.That((why.Actor, why.Element.Value, why.Flow!.Value.Value), Is.EqualTo(("ada", "x", "large")));
        Assert.That(why.Conditions!.Outcomes.Single().Saw["workers"], Is.EqualTo(FeelValue.Of(20)));
        Assert.That(await desk.Node.History.ExplainAsync(new ScopeKey(task.Value + 500), CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task Rows_are_the_fold_of_history_and_can_be_rebuilt()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Everything());
        var instance = await desk.StartAsync("everything", ("key", FeelValue.Of("K")), ("city", FeelValue.Of("Torino")));
        await desk.QuiesceAsync();
        await desk.Node.Jobs.CompleteAsync(Guid.CreateVersion7(), Office.Boss, office.Post.Offers[0].Job, 1, FeelContext.Empty, CancellationToken.None);
        await desk.PassAsync(TimeSpan.FromDays(2));
        var before = await desk.Node.Stores.History.RowsAsync(instance, CancellationToken.None);
        Assert.That(await EngineChecker.CheckAsync(desk.Node), Is.Empty);

        // Somebody changes a due date by hand, and deletes a timer.
        var tampered = before!.Rows with { Tasks = [before.Rows.Tasks[0] with { Priority = 99 }], Timers = [] };
        Assert.That(await desk.Node.Stores.History.ReplaceRowsAsync(instance, before.Version, tampered, CancellationToken.None), Is.True);
        var found = (await desk.Node.Verification.VerifyAsync(instance, CancellationToken.None))!;
        Assert.That(found.Differences.Select(one => one.Table), Is.EquivalentTo(new[] { "tasks", "timers" }));
        Assert.That(found.Differences.Single(one => one.Table == "tasks").Message, Does.Contain("Priority"));

        Assert.That(await desk.Node.Verification.RebuildAsync(instance, CancellationToken.None), Is.True);
        Assert.That((await desk.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Sound, Is.True);
    }

    [Test]
    public async Task Only_marked_variables_can_be_searched()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Everything());
        var instance = await desk.StartAsync("everything", ("key", FeelValue.Of("K")), ("city", FeelValue.Of("Torino")), ("name", FeelValue.Of("Rossi")));

        var rows = (await desk.Node.Stores.History.RowsAsync(instance, CancellationToken.None))!.Rows;
        var byCity = await desk.Node.Queries.InstancesAsync(new InstanceQuery { Variables = [new("city", "Torino", null)] }, CancellationToken.None);

        Assert.That(rows.SearchVariables.Select(one => one.Name), Is.EqualTo(new[] { "city" }));
        Assert.That(byCity.Items.Select(one => one.Instance), Is.EqualTo(new[] { instance }));
    }
}
