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
}
