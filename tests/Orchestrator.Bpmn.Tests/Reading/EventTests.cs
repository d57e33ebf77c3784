using Orchestrator.Bpmn.Model;
using static Orchestrator.Bpmn.Tests.BpmnText;

namespace Orchestrator.Bpmn.Tests.Reading;

public class EventTests
{
    private const string Late = """<bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>""";

    private const string Message = """<bpmn:message id="m" name="Done"><bpmn:extensionElements><zeebe:subscription correlationKey="=id"/></bpmn:extensionElements></bpmn:message>""";

    [Test]
    public void A_boundary_event_interrupts_unless_it_says_otherwise()
    {
        var graph = Graph(Around($"""
            <bpmn:userTask id="x"/>
            <bpmn:boundaryEvent id="b1" attachedToRef="x">{Late}</bpmn:boundaryEvent><bpmn:sequenceFlow id="g1" sourceRef="b1" targetRef="end"/>
            <bpmn:boundaryEvent id="b2" attachedToRef="x" cancelActivity="false">{Late}</bpmn:boundaryEvent><bpmn:sequenceFlow id="g2" sourceRef="b2" targetRef="end"/>
            """));

        var task = (UserTaskNode)graph[new ElementId("x")];
        Assert.That(graph.BoundaryEventsOf(task).Select(boundary => boundary.Interrupting), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public void An_event_sub_process_interrupts_unless_it_says_otherwise()
    {
        var graph = Graph(Around("""<bpmn:userTask id="x"/>""" + EventSubProcess("e1", "") + EventSubProcess("e2", """ isInterrupting="false" """)));

        var starts = graph.EventSubProcessesIn(null).Select(sub => graph.StartEventsIn(sub.Id).Single().Interrupting);
        Assert.That(starts, Is.EqualTo(new[] { true, false }));
    }

    [TestCase("timeDate", "2026-03-31T23:59:59+02:00", TimerKind.Date)]
    [TestCase("timeDate", "=signed + @&quot;P30D&quot;", TimerKind.Date)]
    [TestCase("timeDuration", " \n PT10S \n ", TimerKind.Duration)]
    [TestCase("timeDate", "2026-03-31T23:59:59@Europe/Rome", TimerKind.Date)]
    [TestCase("timeDate", "2026-03-31", TimerKind.Date)]
    [TestCase("timeDuration", "P1M2W3DT4H", TimerKind.Duration)]
    public void A_timer_is_a_date_or_a_duration(string element, string text, TimerKind kind)
    {
        var node = Node<IntermediateCatchEventNode>(
            $"""<bpmn:intermediateCatchEvent id="x"><bpmn:timerEventDefinition><bpmn:{element}>{text}</bpmn:{element}></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""");

        var timer = (EventDefinition.Timer)node.Definition;
        Assert.That((timer.Kind, timer.CatchUp, timer.CatchUpWindow), Is.EqualTo((kind, CatchUpPolicy.Once, TimeSpan.FromHours(1))));
        if (timer.Value is BpmnValue.Fixed constant) Assert.That(constant.Text, Is.EqualTo(text.Trim()));
    }

    [Test]
    public void A_timer_says_how_it_catches_up()
    {
        var node = Node<IntermediateCatchEventNode>($"""
            <bpmn:intermediateCatchEvent id="x"><bpmn:extensionElements><orch:timer catchUp="skip" window="P1DT2H"/></bpmn:extensionElements>{Late}</bpmn:intermediateCatchEvent>
            """);

        var timer = (EventDefinition.Timer)node.Definition;
        Assert.That((timer.CatchUp, timer.CatchUpWindow), Is.EqualTo((CatchUpPolicy.Skip, TimeSpan.FromHours(26))));
    }

    [TestCase("R/PT1H")]
    [TestCase("R-1/PT1H")]
    [TestCase("R3/P1D")]
    [TestCase("R2/2026-01-01T00:00:00Z/P1W")]
    [TestCase("R2/2026-01-01T09:00:00@Europe/Rome/P1DT1H")]
    public void A_cycle_has_repetitions_a_start_and_an_interval(string text)
    {
        var graph = Graph(Process($"""
            <bpmn:startEvent id="start"><bpmn:timerEventDefinition><bpmn:timeCycle>{text}</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
            <bpmn:sequenceFlow id="f" sourceRef="start" targetRef="end"/><bpmn:endEvent id="end"/>
            """));

        var timer = (EventDefinition.Timer)graph.StartEventsIn(null).Single().Definition!;
        Assert.That((timer.Kind, timer.Value), Is.EqualTo((TimerKind.Cycle, (BpmnValue)new BpmnValue.Fixed(text))));
    }

    [Test]
    public void A_message_start_of_a_process_needs_no_key_and_one_of_an_event_sub_process_does()
    {
        var start = Graph(Process(
            """<bpmn:startEvent id="start"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent><bpmn:sequenceFlow id="f" sourceRef="start" targetRef="end"/><bpmn:endEvent id="end"/>""",
            """<bpmn:message id="m" name="Go"/>""")).StartEventsIn(null).Single();

        Assert.That(start.Definition, Is.EqualTo(new EventDefinition.Message(new BpmnValue.Fixed("Go"), null)));
        Assert.That(Codes(Around("""<bpmn:userTask id="x"/>""" + EventSubProcess("e", "", """<bpmn:messageEventDefinition messageRef="m"/>"""), """<bpmn:message id="m" name="Go"/>""")), Is.EqualTo(new[] { "BPMN1005" }));
    }

    [Test]
    public void A_start_event_names_its_form_and_who_may_start()
    {
        var start = Graph(Process("""
            <bpmn:startEvent id="start"><bpmn:extensionElements><zeebe:formDefinition formId="agreement"/><orch:starters groups="regione, apl"/></bpmn:extensionElements></bpmn:startEvent>
            <bpmn:sequenceFlow id="f" sourceRef="start" targetRef="end"/><bpmn:endEvent id="end"/>
            """)).StartEventsIn(null).Single();

        Assert.That(start.Form, Is.EqualTo(new FormReference("agreement", Binding.Deployment)));
        Assert.That(start.StarterGroups, Is.EqualTo(new[] { "regione", "apl" }));
    }

    [Test]
    public void Errors_are_thrown_by_code_and_caught_by_code_or_all()
    {
        var graph = Graph(Around("""
            <bpmn:callActivity id="x" calledElement="t:other"/>
            <bpmn:boundaryEvent id="one" attachedToRef="x"><bpmn:errorEventDefinition errorRef="e"/></bpmn:boundaryEvent><bpmn:sequenceFlow id="g1" sourceRef="one" targetRef="fail"/>
            <bpmn:boundaryEvent id="any" attachedToRef="x"><bpmn:errorEventDefinition/></bpmn:boundaryEvent><bpmn:sequenceFlow id="g2" sourceRef="any" targetRef="stop"/>
            <bpmn:endEvent id="fail"><bpmn:errorEventDefinition errorRef="e"/></bpmn:endEvent>
            <bpmn:endEvent id="stop"><bpmn:terminateEventDefinition/></bpmn:endEvent>
            """, """<bpmn:error id="e" errorCode="E1"/>"""));

        var code = new EventDefinition.Error(new BpmnValue.Fixed("E1"));
        Assert.That(((BoundaryEventNode)graph[new ElementId("one")]).Definition, Is.EqualTo(code));
        Assert.That(((BoundaryEventNode)graph[new ElementId("any")]).Definition, Is.EqualTo(new EventDefinition.Error(null)));
        Assert.That(((EndEventNode)graph[new ElementId("fail")]).Definition, Is.EqualTo(code));
        Assert.That(((EndEventNode)graph[new ElementId("stop")]).Definition, Is.EqualTo(new EventDefinition.Terminate()));
        Assert.That(((CallActivityNode)graph[new ElementId("x")]).ProcessId, Is.EqualTo(new BpmnValue.Fixed("other")));
    }

    [Test]
    public void An_event_definition_at_the_root_is_found_by_its_reference()
    {
        var node = Node<IntermediateCatchEventNode>(
            """<bpmn:intermediateCatchEvent id="x"><bpmn:eventDefinitionRef>late</bpmn:eventDefinitionRef></bpmn:intermediateCatchEvent>""",
            """<bpmn:timerEventDefinition id="late"><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>""");

        Assert.That(node.Definition, Is.TypeOf<EventDefinition.Timer>());
    }

    [Test]
    public void A_message_end_event_publishes_or_offers_a_job()
    {
        var graph = Graph(Process("""
            <bpmn:startEvent id="start"/>
            <bpmn:sequenceFlow id="f" sourceRef="start" targetRef="publish"/><bpmn:sequenceFlow id="g" sourceRef="start" targetRef="job"/>
            <bpmn:endEvent id="publish"><bpmn:extensionElements><orch:publish name="=n" correlationKey="=k" timeToLive="PT1H"/></bpmn:extensionElements><bpmn:messageEventDefinition/></bpmn:endEvent>
            <bpmn:endEvent id="job"><bpmn:extensionElements><zeebe:taskDefinition type="mail"/></bpmn:extensionElements><bpmn:messageEventDefinition messageRef="m"/></bpmn:endEvent>
            """, Message));

        var publish = (EventDefinition.Publish)((EndEventNode)graph[new ElementId("publish")]).Definition!;
        Assert.That(publish.TimeToLive, Is.EqualTo(new BpmnValue.Fixed("PT1H")));
        var job = (EndEventNode)graph[new ElementId("job")];
        Assert.That((job.Definition, job.Job!.Type), Is.EqualTo(((EventDefinition?)null, (BpmnValue)new BpmnValue.Fixed("mail"))));
    }

    private static string EventSubProcess(string id, string attributes, string definition = Late) => $"""
        <bpmn:subProcess id="{id}" triggeredByEvent="true"><bpmn:startEvent id="{id}s"{attributes}>{definition}</bpmn:startEvent>
        <bpmn:sequenceFlow id="{id}f" sourceRef="{id}s" targetRef="{id}e"/><bpmn:endEvent id="{id}e"/></bpmn:subProcess>
        """;
}
