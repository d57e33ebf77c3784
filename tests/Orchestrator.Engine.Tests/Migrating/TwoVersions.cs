using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Tests.Migrating;

/// <summary>
/// A process in two versions. An instance waits where its variable <c>at</c> says: at a task, a job, a message, a timer, in a sub-process, or at a task that the second version has renamed or made a job.
/// The second version has no reminder on the task any more, a term on the job, and a gateway that was not there.
/// </summary>
internal static class TwoVersions
{
    public static readonly string[] Places = ["task", "job", "message", "timer", "inside", "renamed", "retyped"];

    public const string Id = "two-versions";

    public static DeploymentResource First { get; } = Of("renamed", User("retyped", "Typed"), Timer("remind", "task", "P5D", cancels: false), "", "task");

    public static DeploymentResource Second { get; } = Of("fresh", Service("retyped"), "", Timer("term", "job", "P2D", cancels: true), "gate");

    /// <summary>The pair that the second version needs.</summary>
    public static ElementMapping Renamed { get; } = new(new("renamed"), new("fresh"));

    private static DeploymentResource Of(string renamed, string retyped, string onTask, string onJob, string behind)
    {
        var flows = string.Concat(Places.Select((place, i) => Flow($"to{i}", "route", place switch { "renamed" => renamed, _ => place }, $"at = \"{place}\"")));
        var ends = string.Concat(Places.Where(place => place != "task").Select(place => Flow($"from-{place}", place switch { "renamed" => renamed, _ => place }, "end")));
        var gate = behind == "gate" ? """<bpmn:exclusiveGateway id="gate"/>""" + Flow("task-gate", "task", "gate") + Flow("gate-end", "gate", "end") : Flow("task-end", "task", "end");
        return Definitions.Process(Id,
            $"""
            <bpmn:startEvent id="start"/>{Flow("f", "start", "route")}<bpmn:exclusiveGateway id="route"/>{flows}{ends}{gate}
            {User("task", "Task")}{onTask}{Service("job")}{onJob}
            <bpmn:intermediateCatchEvent id="message"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>
            <bpmn:intermediateCatchEvent id="timer"><bpmn:timerEventDefinition><bpmn:timeDuration>P30D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
            <bpmn:subProcess id="inside"><bpmn:startEvent id="in"/>{Flow("in-work", "in", "work")}{User("work", "Work")}{Flow("work-out", "work", "out")}<bpmn:endEvent id="out"/></bpmn:subProcess>
            {User(renamed, "Renamed")}{retyped}<bpmn:endEvent id="end"/>
            """,
            """<bpmn:message id="m" name="Go"><bpmn:extensionElements><zeebe:subscription correlationKey="=key"/></bpmn:extensionElements></bpmn:message>""");
    }

    private static string Flow(string id, string from, string to, string? when = null) => when is null
        ? $"""<bpmn:sequenceFlow id="{id}" sourceRef="{from}" targetRef="{to}"/>"""
        : $"""<bpmn:sequenceFlow id="{id}" sourceRef="{from}" targetRef="{to}"><bpmn:conditionExpression>={when.Replace("\"", "&quot;", StringComparison.Ordinal)}</bpmn:conditionExpression></bpmn:sequenceFlow>""";

    private static string User(string id, string name) =>
        $"""<bpmn:userTask id="{id}" name="{name}"><bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="apl"/></bpmn:extensionElements></bpmn:userTask>""";

    private static string Service(string id) =>
        $"""<bpmn:serviceTask id="{id}"><bpmn:extensionElements><zeebe:taskDefinition type="work"/></bpmn:extensionElements></bpmn:serviceTask>""";

    private static string Timer(string id, string on, string after, bool cancels) =>
        $"""
        <bpmn:boundaryEvent id="{id}" attachedToRef="{on}" cancelActivity="{(cancels ? "true" : "false")}">
          <bpmn:timerEventDefinition><bpmn:timeDuration>{after}</bpmn:timeDuration></bpmn:timerEventDefinition>
        </bpmn:boundaryEvent>{Flow(id + "-end", id, "end")}
        """;
}
