using Orchestrator.Bpmn.Comparison;

namespace Orchestrator.Bpmn.Tests.Comparison;

public sealed class BpmnComparisonTests
{
    private const string Head = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        """;

    private const string Review = """
        <bpmn:userTask id="review" name="Esame"><bpmn:extensionElements>
          <zeebe:assignmentDefinition candidateGroups="apl" /><zeebe:ioMapping><zeebe:input source="=a" target="x" /><zeebe:input source="=b" target="y" /></zeebe:ioMapping></bpmn:extensionElements></bpmn:userTask>
        """;

    private const string Reminder = """
        <bpmn:boundaryEvent id="reminder" name="Giorno 5" attachedToRef="review" cancelActivity="false">
          <bpmn:timerEventDefinition id="t1"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P5D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
        """;

    private static string Process(string inside, string drawing = "") => $"""{Head}<bpmn:process id="intake" name="Domanda" isExecutable="true">{inside}</bpmn:process>{drawing}</bpmn:definitions>""";

    private static string Shape(int x) => $"""<bpmndi:BPMNDiagram><bpmndi:BPMNPlane><bpmndi:BPMNShape bpmnElement="review"><dc:Bounds x="{x}" y="0" width="100" height="80" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>""";

    private static string[] Told(string before, string after) =>
        [.. BpmnComparison.Between(new("before.bpmn", before), new("after.bpmn", after)).Select(one =>
            $"{one.Kind} {one.Type} {one.Id} '{one.Name}' at '{one.Place}'{string.Concat(one.Properties.Select(property => $"; {property.Path}{(property.Of is { } of ? $"[{of}]" : "")}: {property.Before ?? "-"} → {property.After ?? "-"}"))}")];

    [Test]
    public void An_added_reminder_is_told_with_its_host_and_a_removed_one_too()
    {
        Assert.That(Told(Process(Review), Process(Review + Reminder)), Is.EqualTo(new[] { "Added boundaryEvent.timer reminder 'Giorno 5' at 'Esame'" }));
        Assert.That(Told(Process(Review + Reminder), Process(Review)), Is.EqualTo(new[] { "Removed boundaryEvent.timer reminder 'Giorno 5' at 'Esame'" }));
    }

    [Test]
    public void A_changed_timer_names_the_property_with_both_values() =>
        Assert.That(Told(Process(Review + Reminder), Process(Review + Reminder.Replace("P5D", "P3D", StringComparison.Ordinal).Replace("cancelActivity=\"false\"", "", StringComparison.Ordinal))), Is.EqualTo(new[]
        {
            "Changed boundaryEvent.timer reminder 'Giorno 5' at 'Esame'; cancelActivity: false → true; timerEventDefinition.timeDuration: P5D → P3D",
        }));

    [Test]
    public void Of_several_inputs_the_one_that_differs_is_told_by_its_target() =>
        Assert.That(Told(Process(Review), Process(Review.Replace("source=\"=b\"", "source=\"=c\"", StringComparison.Ordinal))), Is.EqualTo(new[] { "Changed userTask review 'Esame' at ''; ioMapping.input.source[y]: =b → =c" }));

    [Test]
    public void What_only_stands_elsewhere_in_the_drawing_is_moved() =>
        Assert.That(Told(Process(Review, Shape(10)), Process(Review, Shape(60))), Is.EqualTo(new[] { "Moved userTask review 'Esame' at ''" }));

    [Test]
    public void A_task_that_goes_into_a_sub_process_says_so() =>
        Assert.That(Told(Process(Review), Process($"""<bpmn:subProcess id="inner" name="Istruttoria">{Review}</bpmn:subProcess>""")), Is.EqualTo(new[]
        {
            "Added subProcess inner 'Istruttoria' at ''", "Changed userTask review 'Esame' at 'Istruttoria'; scope: - → Istruttoria",
        }));

    [Test]
    public void A_flow_is_told_by_its_ends_and_its_condition()
    {
        const string Flow = """<bpmn:endEvent id="done" name="Fatto" /><bpmn:sequenceFlow id="f" sourceRef="review" targetRef="done"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=ok</bpmn:conditionExpression></bpmn:sequenceFlow>""";
        Assert.That(Told(Process(Review + Flow), Process(Review + Flow.Replace("=ok", "=not(ok)", StringComparison.Ordinal))), Is.EqualTo(new[] { "Changed sequenceFlow f '' at 'Esame → Fatto'; conditionExpression: =ok → =not(ok)" }));
    }

    [Test]
    public void Another_kind_with_the_same_id_is_a_change_of_kind() =>
        Assert.That(Told(Process("""<bpmn:task id="a" />"""), Process("""<bpmn:serviceTask id="a" />""")), Is.EqualTo(new[] { "Changed serviceTask a '' at ''; type: task → serviceTask" }));

    [Test]
    public void Prefixes_formatting_order_and_ids_of_inner_parts_are_no_difference()
    {
        var rewritten = Process("\n  " + Reminder.Replace("id=\"t1\"", "id=\"t2\"", StringComparison.Ordinal) + "\n" + Review.Replace("zeebe:", "z:", StringComparison.Ordinal)).Replace("xmlns:zeebe", "xmlns:z", StringComparison.Ordinal);
        Assert.That(Told(Process(Review + Reminder), rewritten), Is.Empty);
    }

    [Test]
    public void What_an_editor_leaves_away_because_it_goes_without_saying_is_no_difference()
    {
        const string Timer = """<bpmn:boundaryEvent id="term" attachedToRef="review" cancelActivity="true"><bpmn:extensionElements><orch:timer xmlns:orch="urn:orchestrator:bpmn:1" catchUp="once" /></bpmn:extensionElements></bpmn:boundaryEvent>""";
        Assert.That(Told(Process(Review + Timer), Process(Review + Timer.Replace(" catchUp=\"once\"", "", StringComparison.Ordinal).Replace(" cancelActivity=\"true\"", "", StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void A_text_that_is_no_XML_has_no_elements() =>
        Assert.That(Told("<bpmn:", Process(Review)), Is.EqualTo(new[] { "Added process intake 'Domanda' at ''", "Added userTask review 'Esame' at ''" }));
}
