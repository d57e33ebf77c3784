using Orchestrator.Engine.Ports;
using Orchestrator.Feel;

namespace Orchestrator.Engine.Tests.Runtime;

/// <summary>Work that is too much for one command is gone on with by the engine itself.</summary>
public sealed class ContinuationTests
{
    private static DeploymentResource Scripts(bool sequential) => Definitions.Around("each",
        $"""
        <bpmn:scriptTask id="x"><bpmn:extensionElements><zeebe:script expression="=item * 2" resultVariable="twice"/></bpmn:extensionElements>
        <bpmn:multiInstanceLoopCharacteristics isSequential="{(sequential ? "true" : "false")}"><bpmn:extensionElements>
        <zeebe:loopCharacteristics inputCollection="=for i in 1..items return i" inputElement="item"/>
        </bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:scriptTask>
        """);

    [TestCase(true)]
    [TestCase(false)]
    public async Task Many_items_without_a_wait_are_gone_on_with_to_the_end(bool sequential)
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Scripts(sequential));

        var instance = await desk.StartAsync("each", ("items", FeelValue.Of(6_000)));
        Assert.That((await desk.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Active), "one command is not enough");
        Assert.That((await desk.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Differences, Is.Empty);

        await desk.QuiesceAsync();
        Assert.That((await desk.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Completed));
        Assert.That((await desk.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Differences, Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task An_instance_that_is_cancelled_half_way_leaves_nothing_to_go_on_with(bool sequential)
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Scripts(sequential));
        var instance = await desk.StartAsync("each", ("items", FeelValue.Of(6_000)));

        await desk.Node.Instances.CancelAsync(Guid.CreateVersion7(), Office.Boss, Orchestrator.Interpreter.ScopeKey.RootOf(instance), "enough", CancellationToken.None);
        await desk.QuiesceAsync();

        Assert.That((await desk.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Terminated));
        Assert.That((await desk.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Differences, Is.Empty);
        Assert.That(await desk.Driver.NextInstantAsync(CancellationToken.None), Is.Null);
    }

    // Every item has a task, a job on the bus, a timer and a subscription.
    private const string Items = """
        <bpmn:subProcess id="x"><bpmn:startEvent id="in"/><bpmn:sequenceFlow id="g1" sourceRef="in" targetRef="review"/>
        <bpmn:userTask id="review"/><bpmn:boundaryEvent id="remind" attachedToRef="review" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
        <bpmn:sequenceFlow id="g2" sourceRef="remind" targetRef="reminded"/><bpmn:endEvent id="reminded"/>
        <bpmn:sequenceFlow id="g3" sourceRef="in" targetRef="check"/><bpmn:serviceTask id="check"><bpmn:extensionElements><zeebe:taskDefinition type="apl.check"/></bpmn:extensionElements></bpmn:serviceTask>
        <bpmn:sequenceFlow id="g4" sourceRef="in" targetRef="wait"/><bpmn:receiveTask id="wait" messageRef="m"/>
        <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..100 return i" inputElement="key"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:subProcess>
        """;

    [Test]
    public async Task Many_rows_that_end_in_one_command_are_those_that_history_says()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Around("many", Items, Definitions.Message("Go")));
        var instance = await desk.StartAsync("many");
        await desk.PublishAsync("Go", "17", TimeSpan.FromHours(1));
        await desk.QuiesceAsync();
        Assert.That((await desk.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Differences, Is.Empty);

        await desk.Node.Instances.CancelAsync(Guid.CreateVersion7(), Office.Boss, Orchestrator.Interpreter.ScopeKey.RootOf(instance), "enough", CancellationToken.None);
        Assert.That((await desk.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Differences, Is.Empty);
        Assert.That(await desk.OpenTaskAsync(instance), Is.Null);
    }

    [Test]
    public async Task Many_rows_that_come_and_go_in_one_command_leave_only_the_tasks()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        var steps = string.Concat(Enumerable.Range(1, 12).Select(i =>
            $"""<bpmn:scriptTask id="s{i}"><bpmn:extensionElements><zeebe:script expression="={i}" resultVariable="n"/></bpmn:extensionElements></bpmn:scriptTask>"""
            + $"""<bpmn:sequenceFlow id="h{i}" sourceRef="s{i}" targetRef="{(i < 12 ? $"s{i + 1}" : "kill")}"/>"""));
        await desk.DeployAsync(Definitions.Process("brief", Definitions.StartFlow + Items + Definitions.EndFlow
            + """<bpmn:sequenceFlow id="h0" sourceRef="start" targetRef="s1"/>""" + steps + """<bpmn:endEvent id="kill"><bpmn:terminateEventDefinition/></bpmn:endEvent>""", Definitions.Message("Go")));

        var instance = await desk.StartAsync("brief");

        Assert.That((await desk.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Completed));
        Assert.That((await desk.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Differences, Is.Empty);
        Assert.That((await desk.Node.Queries.TasksAsync(new TaskQuery { Instance = instance, State = TaskRowState.Cancelled }, CancellationToken.None)).Items, Is.Not.Empty);
        Assert.That(await desk.Driver.NextDueAsync(CancellationToken.None), Is.EqualTo(new NextDue(null, null, null, null, null, null, null)));
    }
}
