using Orchestrator.Engine.Ports;

namespace Orchestrator.Engine.Tests;

/// <summary>Definitions as designers write them, short.</summary>
internal static class Definitions
{
    private const string Head =
        """<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:orch="urn:orchestrator:bpmn:1" targetNamespace="t">""";

    public const string StartFlow = """<bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="x"/>""";

    public const string EndFlow = """<bpmn:sequenceFlow id="f2" sourceRef="x" targetRef="end"/><bpmn:endEvent id="end"/>""";

    /// <summary>A file with one executable process.</summary>
    public static DeploymentResource Process(string id, string inside, string root = "") =>
        new($"{id}.bpmn", ResourceKind.Bpmn, $"""{Head}<bpmn:process id="{id}" isExecutable="true">{inside}</bpmn:process>{root}</bpmn:definitions>""");

    /// <summary>Start, one node <c>x</c>, end.</summary>
    public static DeploymentResource Around(string id, string node, string root = "") => Process(id, StartFlow + node + EndFlow, root);

    public static DeploymentResource OneTask(string id = "one-task", string groups = "apl") => Around(id, UserTask(groups));

    public static DeploymentResource OneJob(string type = "work", string id = "one-job", string headers = "") => Around(id,
        $"""<bpmn:serviceTask id="x"><bpmn:extensionElements><zeebe:taskDefinition type="{type}" retries="3"/>{headers}<zeebe:ioMapping><zeebe:input source="=caseId" target="caseId"/></zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>""");

    public static DeploymentResource Waits(string message = "Go", string id = "waits", string version = "") => Around(id,
        $"""<bpmn:intermediateCatchEvent id="x" name="{version}"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>""",
        Message(message));

    public static DeploymentResource StartsByMessage(string message = "Start", string id = "by-message") => Process(id,
        $"""
        <bpmn:startEvent id="start"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="x"/>
        {UserTask("apl")}{EndFlow}
        """, $"""<bpmn:message id="m" name="{message}"/>""");

    public static DeploymentResource Timer(string kind, string value, string id = "timer", string extension = "") => Around(id,
        $"""<bpmn:intermediateCatchEvent id="x">{extension}<bpmn:timerEventDefinition><bpmn:{kind}>{value}</bpmn:{kind}></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""");

    public static DeploymentResource StartsByTimer(string cycle, string id = "by-timer") => Process(id,
        $"""
        <bpmn:startEvent id="start"><bpmn:timerEventDefinition><bpmn:timeCycle>{cycle}</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="x"/>{UserTask("apl")}{EndFlow}
        """);

    public static string UserTask(string groups, string inside = "") =>
        $"""<bpmn:userTask id="x" name="Do it"><bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="{groups}"/>{inside}</bpmn:extensionElements></bpmn:userTask>""";

    /// <summary>A business-rule task that calls a decision into <c>result</c>, then a task.</summary>
    public static DeploymentResource Decides(string decision, string id = "decides", string binding = "") => Process(id,
        $"""
        <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="rule"/>
        <bpmn:businessRuleTask id="rule"><bpmn:extensionElements><zeebe:calledDecision decisionId="{decision}" resultVariable="result" {binding}/></bpmn:extensionElements></bpmn:businessRuleTask>
        <bpmn:sequenceFlow id="f3" sourceRef="rule" targetRef="x"/>{UserTask("apl")}{EndFlow}
        """);

    /// <summary>A file of one decision that gives a constant.</summary>
    public static DeploymentResource Constant(string decision, string value, string tag = "") => new($"{decision}.dmn", ResourceKind.Dmn,
        $"""
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="{decision}-file" name="Constants" namespace="urn:constants">
          <decision id="{decision}" name="{decision}"><extensionElements><zeebe:versionTag value="{tag}"/></extensionElements><literalExpression><text>{value}</text></literalExpression></decision>
        </definitions>
        """);

    /// <summary>A form of one required text field.</summary>
    public static DeploymentResource Form(string id, string field) => new($"{id}.form", ResourceKind.Form,
        $$"""{ "schemaVersion": 16, "type": "default", "id": "{{id}}", "components": [ { "type": "textfield", "id": "f1", "key": "{{field}}", "label": "Field", "validate": { "required": true, "maxLength": 10 } } ] }""");

    public static DeploymentResource TaskWithForm(string form, string id = "with-form") => Around(id, UserTask("apl", $"""<zeebe:formDefinition formId="{form}"/>"""));

    public static string Message(string name) =>
        $"""<bpmn:message id="m" name="{name}"><bpmn:extensionElements><zeebe:subscription correlationKey="=key"/></bpmn:extensionElements></bpmn:message>""";

    /// <summary>
    /// Something of everything: a job on the bus, then a task with a non-interrupting reminder and an interrupting term, a message thrown at the end.
    /// </summary>
    public static DeploymentResource Everything(string id = "everything") => Process(id,
        """
        <bpmn:extensionElements><orch:data><orch:variable name="city" search="true"/></orch:data></bpmn:extensionElements>
        <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="check"/>
        <bpmn:serviceTask id="check"><bpmn:extensionElements><zeebe:taskDefinition type="apl.check"/><zeebe:ioMapping><zeebe:input source="=caseId" target="caseId"/></zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>
        <bpmn:sequenceFlow id="f2" sourceRef="check" targetRef="review"/>
        <bpmn:userTask id="review"><bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="apl"/></bpmn:extensionElements></bpmn:userTask>
        <bpmn:boundaryEvent id="remind" attachedToRef="review" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
        <bpmn:sequenceFlow id="f3" sourceRef="remind" targetRef="reminded"/><bpmn:endEvent id="reminded"/>
        <bpmn:boundaryEvent id="term" attachedToRef="review"><bpmn:timerEventDefinition><bpmn:timeDuration>P30D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
        <bpmn:sequenceFlow id="f4" sourceRef="term" targetRef="late"/><bpmn:endEvent id="late"/>
        <bpmn:sequenceFlow id="f5" sourceRef="review" targetRef="tell"/>
        <bpmn:sendTask id="tell" messageRef="m"><bpmn:extensionElements><orch:publish correlationKey="=key"/></bpmn:extensionElements></bpmn:sendTask>
        <bpmn:sequenceFlow id="f6" sourceRef="tell" targetRef="wait"/>
        <bpmn:intermediateCatchEvent id="wait"><bpmn:messageEventDefinition messageRef="n"/></bpmn:intermediateCatchEvent>
        <bpmn:sequenceFlow id="f7" sourceRef="wait" targetRef="end"/><bpmn:endEvent id="end"/>
        """,
        """<bpmn:message id="m" name="Told"/><bpmn:message id="n" name="Answered"><bpmn:extensionElements><zeebe:subscription correlationKey="=key"/></bpmn:extensionElements></bpmn:message>""");
}
