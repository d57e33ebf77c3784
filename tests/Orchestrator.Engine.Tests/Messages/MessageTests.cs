using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Tests.Messages;

/// <summary>Statements 37 to 40 of the behaviour statements have their numbers in the names.</summary>
public class MessageTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static (string, FeelValue) Key(string key) => ("key", FeelValue.Of(key));

    [Test]
    public async Task Statement_37_a_message_reaches_a_process_once_over_all_its_versions()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Waits(version: "one"));
        var first = await desk.StartAsync("waits", Key("A"));
        await desk.DeployAsync(Definitions.Waits(version: "two"));
        var second = await desk.StartAsync("waits", Key("A"));

        await desk.PublishAsync("Go", "A", Hour);
        await desk.QuiesceAsync();

        Assert.That((await desk.RowAsync(first)).State, Is.EqualTo(InstanceRowState.Completed));
        Assert.That((await desk.RowAsync(second)).State, Is.EqualTo(InstanceRowState.Active));

        await desk.PublishAsync("Go", "A", Hour);
        await desk.QuiesceAsync();
        Assert.That((await desk.RowAsync(second)).State, Is.EqualTo(InstanceRowState.Completed));
    }

    [Test]
    public async Task Statement_37_two_processes_each_get_the_message()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Waits(), Definitions.Waits(id: "waits-too"));
        var (one, two) = (await desk.StartAsync("waits", Key("A")), await desk.StartAsync("waits-too", Key("A")));

        await desk.PublishAsync("Go", "A", Hour);
        await desk.QuiesceAsync();

        Assert.That((await desk.RowAsync(one)).State, Is.EqualTo(InstanceRowState.Completed));
        Assert.That((await desk.RowAsync(two)).State, Is.EqualTo(InstanceRowState.Completed));
    }

    [Test]
    public async Task Statement_38_a_buffered_message_reaches_a_subscription_opened_later()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Waits());
        await desk.PublishAsync("Go", "A", Hour);
        await desk.QuiesceAsync();

        office.Time.Advance(TimeSpan.FromMinutes(59));
        var instance = await desk.StartAsync("waits", Key("A"));
        await desk.QuiesceAsync();

        Assert.That((await desk.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Completed));
    }

    [Test]
    public async Task Statement_38_after_its_time_to_live_a_message_reaches_nobody()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Waits());
        await desk.PublishAsync("Go", "A", Hour);

        office.Time.Advance(Hour);
        var instance = await desk.StartAsync("waits", Key("A"));
        await desk.QuiesceAsync();

        Assert.That((await desk.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Active));
    }

    [Test]
    public async Task Statement_38_buffered_messages_are_taken_oldest_first()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Waits());
        var older = await desk.PublishAsync("Go", "A", Hour);
        office.Time.Advance(TimeSpan.FromSeconds(1));
        await desk.PublishAsync("Go", "A", Hour);

        var instance = await desk.StartAsync("waits", Key("A"));
        await desk.QuiesceAsync();

        var taken = (await desk.EventsAsync(instance)).OfType<InstanceEvent.MessageCorrelated>().Single();
        Assert.That(taken.Message.Key, Is.EqualTo(older.Key));
    }

    [Test]
    public async Task Statement_38_time_to_live_0_reaches_only_what_is_open_at_that_moment()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Waits());
        var early = await desk.StartAsync("waits", Key("A"));

        var result = await desk.PublishAsync("Go", "A", TimeSpan.Zero);
        var nobody = await desk.PublishAsync("Go", "A", TimeSpan.Zero);
        var late = await desk.StartAsync("waits", Key("A"));
        await desk.QuiesceAsync();

        Assert.That(result.Reached.Select(one => one.Instance), Is.EqualTo(new[] { early }));
        Assert.That(nobody.Reached, Is.Empty);
        Assert.That((await desk.RowAsync(late)).State, Is.EqualTo(InstanceRowState.Active));
    }

    [Test]
    public async Task Statement_13_of_two_buffered_messages_an_event_gateway_takes_one_and_leaves_the_other_for_the_event_that_follows()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Process("waits",
            """
            <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="g"/><bpmn:eventBasedGateway id="g"/>
            <bpmn:sequenceFlow id="f2" sourceRef="g" targetRef="a"/><bpmn:intermediateCatchEvent id="a"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>
            <bpmn:sequenceFlow id="f3" sourceRef="g" targetRef="b"/><bpmn:intermediateCatchEvent id="b"><bpmn:messageEventDefinition messageRef="n"/></bpmn:intermediateCatchEvent>
            <bpmn:sequenceFlow id="f4" sourceRef="a" targetRef="b2"/><bpmn:intermediateCatchEvent id="b2"><bpmn:messageEventDefinition messageRef="n"/></bpmn:intermediateCatchEvent>
            <bpmn:sequenceFlow id="f5" sourceRef="b" targetRef="a2"/><bpmn:intermediateCatchEvent id="a2"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>
            <bpmn:sequenceFlow id="f6" sourceRef="a2" targetRef="end"/><bpmn:sequenceFlow id="f7" sourceRef="b2" targetRef="end"/><bpmn:endEvent id="end"/>
            """,
            Definitions.Message("First") + """<bpmn:message id="n" name="Second"><bpmn:extensionElements><zeebe:subscription correlationKey="=key"/></bpmn:extensionElements></bpmn:message>"""));
        await desk.PublishAsync("First", "A", Hour);
        await desk.PublishAsync("Second", "A", Hour);

        var instance = await desk.StartAsync("waits", Key("A"));
        await desk.QuiesceAsync();

        Assert.That((await desk.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Completed));
        var taken = (await desk.EventsAsync(instance)).OfType<InstanceEvent.MessageCorrelated>().Select(one => one.Message.Name);
        Assert.That(taken, Is.EquivalentTo(new[] { "First", "Second" }));
    }

    [Test]
    public async Task Statement_39_one_active_instance_for_each_key_and_the_next_message_waits_for_its_end()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.StartsByMessage());
        await desk.PublishAsync("Start", "A", Hour);
        await desk.PublishAsync("Start", "A", Hour);
        await desk.PublishAsync("Start", "B", Hour);
        await desk.QuiesceAsync();
        Assert.That((await desk.InstancesAsync("by-message")).Select(one => one.BusinessKey), Is.EquivalentTo(new[] { "A", "B" }));

        var first = (await desk.InstancesAsync("by-message")).Single(one => one.BusinessKey == "A").Instance;
        var task = (await desk.OpenTaskAsync(first))!.Key;
        await desk.Node.Tasks.CompleteAsync(Guid.CreateVersion7(), Office.Boss, task, FeelContext.Empty, null, CancellationToken.None);
        await desk.QuiesceAsync();

        Assert.That((await desk.InstancesAsync("by-message")).Select(one => one.BusinessKey), Is.EquivalentTo(new[] { "A", "A", "B" }));
    }

    [Test]
    public async Task Statement_39_an_empty_key_always_starts_a_new_instance()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.StartsByMessage());

        await desk.PublishAsync("Start", "", Hour);
        await desk.PublishAsync("Start", "", Hour);
        await desk.QuiesceAsync();

        Assert.That(await desk.InstancesAsync("by-message"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_running_instance_is_reached_before_a_new_one_is_started()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Process("both",
            """
            <bpmn:startEvent id="start"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="x"/>
            <bpmn:intermediateCatchEvent id="x"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>
            """ + Definitions.EndFlow, Definitions.Message("Go")));
        // The start takes its key from the message, the catch event from the variable.
        var message = new Orchestrator.Engine.Messages.NewMessage("Go", "A", Hour, FeelContext.Of(("key", FeelValue.Of("A"))));

        for (var i = 0; i < 2; i++)
        {
            await desk.Node.Messages.PublishAsync(message, CancellationToken.None);
            await desk.QuiesceAsync();
        }

        Assert.That((await desk.InstancesAsync("both")).Select(one => one.State), Is.EqualTo(new[] { InstanceRowState.Completed }));
    }

    [Test]
    public async Task A_new_version_takes_over_the_start_by_message()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.StartsByMessage());
        await desk.DeployAsync(Definitions.StartsByMessage("Begin"));

        await desk.PublishAsync("Start", "A", Hour);
        await desk.PublishAsync("Begin", "B", Hour);
        await desk.QuiesceAsync();

        Assert.That((await desk.InstancesAsync("by-message")).Select(one => one.BusinessKey), Is.EqualTo(new[] { "B" }));
    }

    [Test]
    public async Task A_message_that_came_before_its_process_was_deployed_starts_it_then()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.PublishAsync("Start", "A", Hour);
        await desk.QuiesceAsync();

        await desk.DeployAsync(Definitions.StartsByMessage());
        await desk.QuiesceAsync();

        Assert.That(await desk.InstancesAsync("by-message"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_message_id_is_published_once_while_it_lives()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();

        var first = await desk.PublishAsync("Go", "A", Hour, "id-1");
        var again = await desk.PublishAsync("Go", "A", Hour, "id-1");
        office.Time.Advance(Hour);
        var later = await desk.PublishAsync("Go", "A", Hour, "id-1");

        Assert.That((first.New, again.New, later.New), Is.EqualTo((true, false, true)));
        Assert.That(again.Key, Is.EqualTo(first.Key));
    }

    [Test]
    public async Task Correlating_with_nobody_who_waits_is_refused()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();

        var result = await desk.Node.Messages.CorrelateAsync(new("Go", "A", TimeSpan.Zero, FeelContext.Empty), CancellationToken.None);

        Assert.That(result.Rejection!.Reason, Is.EqualTo(RejectionReason.NotFound));
    }

    [Test]
    public async Task A_time_to_live_below_zero_is_refused()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();

        var result = await desk.PublishAsync("Go", "A", TimeSpan.FromSeconds(-1));

        Assert.That(result.Rejection!.Reason, Is.EqualTo(RejectionReason.Invalid));
    }

    [Test]
    public async Task Both_nodes_of_a_database_may_correlate_and_each_message_is_taken_once()
    {
        await using var office = await Office.OpenAsync();
        var (here, there) = (await office.NodeAsync(), await office.NodeAsync());
        await here.DeployAsync(Definitions.Waits());
        for (var i = 0; i < 10; i++) await here.StartAsync("waits", Key("A"));
        for (var i = 0; i < 10; i++) await here.PublishAsync("Go", "A", Hour);

        await Task.WhenAll(here.QuiesceAsync(), there.QuiesceAsync());
        await here.QuiesceAsync();

        var instances = await here.InstancesAsync("waits");
        Assert.That(instances.Select(one => one.State), Is.All.EqualTo(InstanceRowState.Completed));
        var taken = new List<long>();
        foreach (var instance in instances)
            taken.AddRange((await here.EventsAsync(instance.Instance)).OfType<InstanceEvent.MessageCorrelated>().Select(one => one.Message.Key));
        Assert.That(taken, Is.Unique);
    }

    private static Orchestrator.Engine.Ports.DeploymentResource Announces(string timeToLive) => Definitions.Around("announces",
        $"""
        <bpmn:sendTask id="x" messageRef="m"><bpmn:extensionElements><orch:publish correlationKey="=key" timeToLive="{timeToLive}"/></bpmn:extensionElements></bpmn:sendTask>
        """, """<bpmn:message id="m" name="Start"/>""");

    [Test]
    public async Task A_message_thrown_with_time_to_live_0_is_not_lost_when_the_engine_is_down_right_after_it()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.StartsByMessage(), Announces("=@&quot;PT0S&quot;"));
        await desk.StartAsync("announces", Key("A"));
        await desk.CloseAsync();

        office.Time.Advance(TimeSpan.FromHours(2));
        var next = await office.NodeAsync();
        await next.QuiesceAsync();
        Assert.That((await next.InstancesAsync("by-message")).Select(one => one.BusinessKey), Is.EqualTo(new[] { "A" }));
    }

    [Test]
    public async Task A_message_thrown_with_time_to_live_0_does_not_wait_for_the_end_of_the_instance_that_holds_its_key()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.StartsByMessage(), Announces("=@&quot;PT0S&quot;"));
        await desk.StartAsync("announces", Key("A"));
        await desk.QuiesceAsync();
        await desk.StartAsync("announces", Key("A"));
        await desk.QuiesceAsync();

        var task = (await desk.OpenTaskAsync((await desk.InstancesAsync("by-message")).Single().Instance))!.Key;
        await desk.Node.Tasks.CompleteAsync(Guid.CreateVersion7(), Office.Boss, task, FeelContext.Empty, null, CancellationToken.None);
        await desk.QuiesceAsync();
        Assert.That(await desk.InstancesAsync("by-message"), Has.Count.EqualTo(1));
    }

    [TestCase("Go\0", "A")]
    [TestCase("Go", "A\0")]
    [TestCase("Go", "half")]
    public async Task A_name_or_key_that_no_database_can_keep_is_refused(string name, string key)
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();

        // An attribute cannot hold half of a surrogate pair.
        var result = await desk.PublishAsync(name, key.Replace("half", "\ud800", StringComparison.Ordinal), Hour);

        Assert.That(result.Rejection!.Reason, Is.EqualTo(RejectionReason.Invalid));
    }
}
