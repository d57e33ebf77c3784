using Orchestrator.Bpmn.Model;
using static Orchestrator.Bpmn.Tests.BpmnText;

namespace Orchestrator.Bpmn.Tests.Reading;

public class FlowTests
{
    private const string Choice = """
        <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="a" sourceRef="start" targetRef="x"/>
        <bpmn:exclusiveGateway id="x" default="d"/>
        <bpmn:sequenceFlow id="b" sourceRef="x" targetRef="end" name="yes"><bpmn:conditionExpression><![CDATA[
            =amount > 10 and a < b  ]]></bpmn:conditionExpression></bpmn:sequenceFlow>
        <bpmn:sequenceFlow id="c" sourceRef="x" targetRef="end"><bpmn:conditionExpression xsi:type="tFormalExpression" xmlns:xsi="urn:any">=not(ok)</bpmn:conditionExpression></bpmn:sequenceFlow>
        <bpmn:sequenceFlow id="d" sourceRef="x" targetRef="end"><bpmn:conditionExpression>never read: )(</bpmn:conditionExpression></bpmn:sequenceFlow>
        <bpmn:endEvent id="end"/>
        """;

    [Test]
    public void Conditions_are_read_from_text_and_cdata_with_white_space_and_without_a_type()
    {
        var graph = Graph(Process(Choice));

        Assert.That(graph.Flow(new ElementId("b")).Condition!.Text, Is.EqualTo("amount > 10 and a < b"));
        Assert.That(graph.Flow(new ElementId("c")).Condition!.Text, Is.EqualTo("not(ok)"));
        Assert.That(graph.Flow(new ElementId("b")).Name, Is.EqualTo("yes"));
    }

    [Test]
    public void The_condition_of_a_default_flow_is_never_read()
    {
        var graph = Graph(Process(Choice));

        Assert.That(((ExclusiveGatewayNode)graph[new ElementId("x")]).DefaultFlow, Is.EqualTo(new ElementId("d")));
        Assert.That(graph.Flow(new ElementId("d")).Condition, Is.Null);
    }

    [Test]
    public void Flows_stand_in_document_order_at_both_ends()
    {
        var graph = Graph(Process(Choice));

        Assert.That(graph[new ElementId("x")].Outgoing.Select(flow => flow.Id.Value), Is.EqualTo(new[] { "b", "c", "d" }));
        Assert.That(graph[new ElementId("end")].Incoming.Select(flow => flow.Id.Value), Is.EqualTo(new[] { "b", "c", "d" }));
        Assert.That(graph.Flow(new ElementId("a")).Target, Is.EqualTo(new ElementId("x")));
    }

    [Test]
    public void A_flow_between_sub_processes_is_inside_its_scope()
    {
        var graph = Graph(Around("""
            <bpmn:subProcess id="x"><bpmn:startEvent id="s"/><bpmn:sequenceFlow id="i" sourceRef="s" targetRef="e"/><bpmn:endEvent id="e"/></bpmn:subProcess>
            """));

        Assert.That(graph.NodesIn(new ElementId("x")).Select(node => node.Id.Value), Is.EqualTo(new[] { "s", "e" }));
        Assert.That(graph.NodesIn(null).Select(node => node.Id.Value), Is.EqualTo(new[] { "start", "x", "end" }));
    }

    [Test]
    public void Any_prefix_and_any_vendor_extension_are_read()
    {
        var graph = Graph("""
            <?xml version="1.0"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:z="http://camunda.org/schema/zeebe/1.0" xmlns:v="urn:vendor" v:exporter="x" id="d">
              <itemDefinition id="i"/><interface id="if" name="n"><operation id="op" name="o"/></interface><collaboration id="c"><participant id="pool" processRef="p"/></collaboration>
              <process id="p" name="Named" isExecutable="1">
                <extensionElements><z:versionTag value="v7"/><v:any deep="1"><v:thing/></v:any></extensionElements>
                <startEvent id="s" v:colour="red"><outgoing>f</outgoing></startEvent><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
                <serviceTask id="t"><extensionElements><v:unknown/><z:taskDefinition type="job"/></extensionElements></serviceTask>
                <dataObject id="o"/><dataObjectReference id="r" dataObjectRef="o"/><textAnnotation id="note"><text>hello</text></textAnnotation>
              </process>
              <process id="drawing"><complexGateway id="g"/></process>
            </definitions>
            """);

        Assert.That((graph.ProcessId, graph.Name, graph.VersionTag), Is.EqualTo(("p", "Named", "v7")));
    }

    [Test]
    public void A_file_may_hold_several_processes()
    {
        var read = Read($"""
            {Head}<bpmn:process id="one" isExecutable="true"><bpmn:startEvent id="s1"/><bpmn:sequenceFlow id="f1" sourceRef="s1" targetRef="e1"/><bpmn:endEvent id="e1"/></bpmn:process>
            <bpmn:process id="two" isExecutable="true"><bpmn:startEvent id="s2"/><bpmn:sequenceFlow id="f2" sourceRef="s2" targetRef="e2"/><bpmn:endEvent id="e2"/></bpmn:process></bpmn:definitions>
            """);

        Assert.That(read.Processes.Select(process => process.ProcessId), Is.EqualTo(new[] { "one", "two" }));
    }

    [Test]
    public void A_loop_that_waits_or_could_end_is_allowed()
    {
        var waits = Process("""
            <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="m"/><bpmn:exclusiveGateway id="m"/>
            <bpmn:sequenceFlow id="b" sourceRef="m" targetRef="t"/><bpmn:userTask id="t"/><bpmn:sequenceFlow id="c" sourceRef="t" targetRef="m"/>
            """);
        var couldEnd = Process("""
            <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="m"/><bpmn:exclusiveGateway id="m" default="d"/>
            <bpmn:sequenceFlow id="b" sourceRef="m" targetRef="m2"><bpmn:conditionExpression>=again</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:exclusiveGateway id="m2"/><bpmn:sequenceFlow id="c" sourceRef="m2" targetRef="m"/>
            <bpmn:sequenceFlow id="d" sourceRef="m" targetRef="e"/><bpmn:endEvent id="e"/>
            """);

        Assert.That(Codes(waits), Is.Empty);
        Assert.That(Codes(couldEnd), Is.Empty);
    }

    [Test]
    public void Marks_of_a_process_are_read()
    {
        var graph = Graph(Process("""
            <bpmn:extensionElements><orch:data><orch:variable name="company" search="true"/><orch:variable name="fiscalCode" personal="true"/></orch:data>
              <orch:deadline of="late" label="Riunione" strict="terms.strictDay" last="lastDay" law="D.D. 1929/2019"/></bpmn:extensionElements>
            <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="t"/><bpmn:userTask id="t"/>
            <bpmn:boundaryEvent id="late" attachedToRef="t"><bpmn:timerEventDefinition><bpmn:timeDate>=d</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="b" sourceRef="late" targetRef="esc"/>
            <bpmn:userTask id="esc"><bpmn:extensionElements><orch:escalation of="late"/></bpmn:extensionElements></bpmn:userTask>
            """));

        Assert.That(graph.SearchVariables, Is.EquivalentTo(new[] { "company" }));
        Assert.That(graph.PersonalVariables, Is.EquivalentTo(new[] { "fiscalCode" }));
        Assert.That(graph.Deadlines.Single(), Is.EqualTo(new Deadline(new ElementId("late"), "Riunione", "terms.strictDay", "lastDay", "D.D. 1929/2019")));
        Assert.That(((UserTaskNode)graph[new ElementId("esc")]).EscalationOf, Is.EqualTo(new ElementId("late")));
    }
}
