using Orchestrator.Bpmn.Model;

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

    /// <summary>It holds nodes of its own.</summary>
    public static bool IsScope(ElementType type) => type is ElementType.Process or ElementType.SubProcess or ElementType.EventSubProcess;
}
