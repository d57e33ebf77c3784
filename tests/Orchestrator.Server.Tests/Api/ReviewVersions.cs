namespace Orchestrator.Server.Tests.Api;

/// <summary>A process with one task, in two versions: the second has another name for the task and a reminder on it.</summary>
internal static class ReviewVersions
{
    public static string First(string id = "review") => Of(id, "look", "Esame", "");

    public static string Second(string id = "review", string task = "look") => Of(id, task, "Esame e parere",
        $"""
        <boundaryEvent id="remind" name="Sollecito" attachedToRef="{task}" cancelActivity="false"><timerEventDefinition><timeDuration>P10D</timeDuration></timerEventDefinition></boundaryEvent>
        <sequenceFlow id="r" sourceRef="remind" targetRef="reminded"/><endEvent id="reminded"/>
        """);

    private static string Of(string id, string task, string name, string reminder) =>
        $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:test">
          <process id="{id}" name="Domanda di prova" isExecutable="true">
            <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="{task}"/>
            <userTask id="{task}" name="{name}"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="apl"/></extensionElements></userTask>{reminder}
            <sequenceFlow id="b" sourceRef="{task}" targetRef="end"/><endEvent id="end"/>
          </process>
          <di:BPMNDiagram xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" id="drawing"><di:BPMNPlane id="plane" bpmnElement="{id}"/></di:BPMNDiagram>
        </definitions>
        """;
}
