namespace Orchestrator.Bpmn.Reading;

/// <summary>What a flow node is. <see cref="Refused"/> keeps its place in the graph, so that its flows are not reported besides.</summary>
internal enum NodeKind
{
    Refused = 0,
    StartEvent,
    EndEvent,
    CatchEvent,
    ThrowEvent,
    BoundaryEvent,
    UserTask,
    ServiceTask,
    SendTask,
    ReceiveTask,
    ScriptTask,
    BusinessRuleTask,
    ExclusiveGateway,
    ParallelGateway,
    EventBasedGateway,
    SubProcess,
    CallActivity,
    AdHocSubProcess,
}
