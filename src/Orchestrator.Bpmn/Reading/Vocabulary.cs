using System.Collections.Frozen;

namespace Orchestrator.Bpmn.Reading;

/// <summary>The elements of BPMN 2.0.2 by what the reader does with them.</summary>
internal static class Vocabulary
{
    /// <summary>Nodes that are executed.</summary>
    public static readonly FrozenDictionary<string, NodeKind> Nodes = new Dictionary<string, NodeKind>
    {
        ["startEvent"] = NodeKind.StartEvent,
        ["endEvent"] = NodeKind.EndEvent,
        ["intermediateCatchEvent"] = NodeKind.CatchEvent,
        ["intermediateThrowEvent"] = NodeKind.ThrowEvent,
        ["boundaryEvent"] = NodeKind.BoundaryEvent,
        ["userTask"] = NodeKind.UserTask,
        ["serviceTask"] = NodeKind.ServiceTask,
        ["sendTask"] = NodeKind.SendTask,
        ["receiveTask"] = NodeKind.ReceiveTask,
        ["scriptTask"] = NodeKind.ScriptTask,
        ["businessRuleTask"] = NodeKind.BusinessRuleTask,
        ["exclusiveGateway"] = NodeKind.ExclusiveGateway,
        ["parallelGateway"] = NodeKind.ParallelGateway,
        ["eventBasedGateway"] = NodeKind.EventBasedGateway,
        ["subProcess"] = NodeKind.SubProcess,
        ["callActivity"] = NodeKind.CallActivity,
        ["adHocSubProcess"] = NodeKind.AdHocSubProcess,
    }.ToFrozenDictionary();

    /// <summary>Nodes that are not executed, and what to draw instead.</summary>
    public static readonly FrozenDictionary<string, string> RefusedNodes = new Dictionary<string, string>
    {
        ["task"] = "Say what kind of task it is: user, service, send, receive, script or business rule.",
        ["manualTask"] = "Use a user task: a person then says that it is done.",
        ["inclusiveGateway"] = "Use a parallel gateway with an exclusive gateway on each path.",
        ["complexGateway"] = "Use parallel and exclusive gateways.",
        ["transaction"] = "Use an embedded sub-process with error boundary events.",
        ["choreographyTask"] = "Choreographies are drawings; use send and receive tasks.",
        ["subChoreography"] = "Choreographies are drawings; use send and receive tasks.",
        ["callChoreography"] = "Choreographies are drawings; use send and receive tasks.",
        ["implicitThrowEvent"] = "Use an intermediate throw event.",
        ["event"] = "Use a start, intermediate, boundary or end event.",
    }.ToFrozenDictionary();

    /// <summary>Event definitions that are executed.</summary>
    public static readonly FrozenDictionary<string, TriggerKind> Triggers = new Dictionary<string, TriggerKind>
    {
        ["timerEventDefinition"] = TriggerKind.Timer,
        ["messageEventDefinition"] = TriggerKind.Message,
        ["errorEventDefinition"] = TriggerKind.Error,
        ["terminateEventDefinition"] = TriggerKind.Terminate,
    }.ToFrozenDictionary();

    /// <summary>Event definitions that are not executed, and what to draw instead.</summary>
    public static readonly FrozenDictionary<string, string> RefusedTriggers = new Dictionary<string, string>
    {
        ["signalEventDefinition"] = "Use a message with a correlation key.",
        ["escalationEventDefinition"] = "Use a message or an error event; a timer for a missed term.",
        ["compensateEventDefinition"] = "Draw the path that undoes the work behind an error or message event.",
        ["conditionalEventDefinition"] = "Use a message that says that the condition holds.",
        ["linkEventDefinition"] = "Connect the two places with a sequence flow.",
        ["cancelEventDefinition"] = "Use an error event and an embedded sub-process.",
    }.ToFrozenDictionary();

    /// <summary>Children of a process or sub-process that document or draw, and change nothing that is executed.</summary>
    public static readonly FrozenSet<string> Drawing = new[]
    {
        "documentation", "extensionElements", "auditing", "monitoring", "property", "laneSet", "textAnnotation", "association", "group",
        "dataObject", "dataObjectReference", "dataStoreReference", "incoming", "outgoing", "ioSpecification", "dataInputAssociation",
        "dataOutputAssociation", "resourceRole", "performer", "humanPerformer", "potentialOwner", "supportedInterfaceRef", "ioBinding",
        "supports", "correlationSubscription", "multiInstanceLoopCharacteristics", "standardLoopCharacteristics", "artifact",
    }.ToFrozenSet();

    /// <summary>Children of a flow node besides event definitions. What is executed of them is read; the rest documents.</summary>
    public static readonly FrozenSet<string> NodeParts = new[]
    {
        "documentation", "extensionElements", "auditing", "monitoring", "categoryValueRef", "incoming", "outgoing", "ioSpecification", "property",
        "dataInputAssociation", "dataOutputAssociation", "resourceRole", "performer", "humanPerformer", "potentialOwner",
        "multiInstanceLoopCharacteristics", "standardLoopCharacteristics", "rendering", "script", "eventDefinitionRef",
        "dataInput", "dataOutput", "inputSet", "outputSet", "instantiationCondition",
    }.ToFrozenSet();

    /// <summary>Children of the root. Drawings and definitions that nothing executed refers to are left alone.</summary>
    public static readonly FrozenSet<string> RootElements = new[]
    {
        "import", "extension", "documentation", "extensionElements", "process", "message", "error", "escalation", "signal", "itemDefinition", "interface",
        "category", "collaboration", "choreography", "globalChoreographyTask", "globalConversation", "conversation", "correlationProperty",
        "dataStore", "endPoint", "partnerEntity", "partnerRole", "resource", "relationship",
        "globalTask", "globalUserTask", "globalManualTask", "globalScriptTask", "globalBusinessRuleTask",
        "timerEventDefinition", "messageEventDefinition", "errorEventDefinition", "terminateEventDefinition", "signalEventDefinition",
        "escalationEventDefinition", "compensateEventDefinition", "conditionalEventDefinition", "linkEventDefinition", "cancelEventDefinition",
    }.ToFrozenSet();
}
