using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Tests.Incidents;

public class IncidentTests
{
    private static readonly DeploymentResource Gate = Definitions.Process("choose",
        """
        <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="gate"/>
        <bpmn:exclusiveGateway id="gate"/>
        <bpmn:sequenceFlow id="yes" sourceRef="gate" targetRef="end"><bpmn:conditionExpression>=answer = "yes"</bpmn:conditionExpression></bpmn:sequenceFlow>
        <bpmn:sequenceFlow id="no" sourceRef="gate" targetRef="other"><bpmn:conditionExpression>=answer = "no"</bpmn:conditionExpression></bpmn:sequenceFlow>
        <bpmn:endEvent id="end"/><bpmn:endEvent id="other"/>
        """);

    [Test]
    public async Task An_operator_corrects_a_variable_and_retries()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Gate);
        var instance = await desk.StartAsync("choose", ("answer", FeelValue.Of("perhaps")));
        var incident = (await desk.Node.Incidents.SearchAsync(new IncidentQuery { Instance = instance, Open = true }, CancellationToken.None)).Items.Single();

        var result = await desk.Node.Incidents.ResolveAsync(Guid.CreateVersion7(), Office.Boss, incident.Key, FeelContext.Of(("answer", FeelValue.Of("no"))), CancellationToken.None);

        Assert.That(incident.Kind, Is.EqualTo(IncidentKind.ConditionError));
        Assert.That(result.Rejection, Is.Null);
        Assert.That((await desk.RowAsync(instance)).State, Is.EqualTo(InstanceRowState.Completed));
        Assert.That((await desk.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Differences, Is.Empty);
    }

    [Test]
    public async Task A_retry_that_fails_again_makes_a_new_incident()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Gate);
        var instance = await desk.StartAsync("choose", ("answer", FeelValue.Of("perhaps")));
        var first = (await desk.Node.Incidents.SearchAsync(new IncidentQuery { Instance = instance }, CancellationToken.None)).Items.Single();

        await desk.Node.Incidents.ResolveAsync(Guid.CreateVersion7(), Office.Boss, first.Key, FeelContext.Empty, CancellationToken.None);

        var open = (await desk.Node.Incidents.SearchAsync(new IncidentQuery { Instance = instance, Open = true }, CancellationToken.None)).Items.Single();
        Assert.That(open.Key, Is.Not.EqualTo(first.Key));
        Assert.That((await desk.RowAsync(instance)).HasIncident, Is.True);
    }
}
