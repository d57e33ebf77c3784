using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Elements;

/// <summary>The type of the instances of a node.</summary>
internal static class ElementTypes
{
    public static ElementType Of(FlowNode node) => node switch
    {
        UserTaskNode => ElementType.UserTask,
        ServiceTaskNode => ElementType.ServiceTask,
        SendTaskNode => ElementType.SendTask,
        ReceiveTaskNode => ElementType.ReceiveTask,
        ScriptTaskNode => ElementType.ScriptTask,
        BusinessRuleTaskNode => ElementType.BusinessRuleTask,
        SubProcessNode { TriggeredByEvent: true } => ElementType.EventSubProcess,
        SubProcessNode => ElementType.SubProcess,
        AdHocSubProcessNode => ElementType.AdHocSubProcess,
        CallActivityNode => ElementType.CallActivity,
        StartEventNode => ElementType.StartEvent,
        EndEventNode => ElementType.EndEvent,
        IntermediateCatchEventNode => ElementType.IntermediateCatchEvent,
        IntermediateThrowEventNode => ElementType.IntermediateThrowEvent,
        BoundaryEventNode => ElementType.BoundaryEvent,
        ExclusiveGatewayNode => ElementType.ExclusiveGateway,
        ParallelGatewayNode => ElementType.ParallelGateway,
        EventBasedGatewayNode => ElementType.EventBasedGateway,
        _ => throw new InvariantBrokenException($"No element type for {node.GetType().Name}: the reader must refuse what is not executed."),
    };

    /// <summary>It holds nodes of its own, event sub-processes among them.</summary>
    public static bool IsScope(ElementType type) => type is ElementType.Process or ElementType.SubProcess or ElementType.EventSubProcess or ElementType.AdHocSubProcess;

    /// <summary>Boundary events sit on this instance: not on an item of a multi-instance, whose body carries them, nor on a path inside an ad-hoc sub-process.</summary>
    public static bool CarriesBoundaryEvents(Run run, ElementInstance element) =>
        element.Type is not (ElementType.Process or ElementType.AdHocSubProcessInnerInstance)
        && !(element.Parent is { } parent && run[parent].Type == ElementType.MultiInstanceBody);
}
