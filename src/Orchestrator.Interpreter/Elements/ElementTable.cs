using System.Collections.Frozen;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Which element stands behind an instance, and which verb its status asks for.</summary>
internal static class ElementTable
{
    private static readonly FrozenDictionary<ElementType, IElement> ByType = new Dictionary<ElementType, IElement>
    {
        [ElementType.UserTask] = new UserTask(),
        [ElementType.ServiceTask] = new ServiceTask(),
        [ElementType.SendTask] = new SendTask(),
        [ElementType.ReceiveTask] = new ReceiveTask(),
        [ElementType.ScriptTask] = new ScriptTask(),
        [ElementType.BusinessRuleTask] = new BusinessRuleTask(),
        [ElementType.SubProcess] = new SubProcess(),
        [ElementType.EventSubProcess] = new EventSubProcess(),
        [ElementType.AdHocSubProcess] = new AdHocSubProcess(),
        [ElementType.AdHocSubProcessInnerInstance] = new AdHocPath(),
        [ElementType.CallActivity] = new CallActivity(),
        [ElementType.MultiInstanceBody] = new MultiInstanceBody(),
        [ElementType.StartEvent] = new StartEvent(),
        [ElementType.EndEvent] = new EndEvent(),
        [ElementType.IntermediateCatchEvent] = new IntermediateCatchEvent(),
        [ElementType.IntermediateThrowEvent] = new IntermediateThrowEvent(),
        [ElementType.BoundaryEvent] = new BoundaryEvent(),
        [ElementType.ExclusiveGateway] = new ExclusiveGateway(),
        [ElementType.ParallelGateway] = new ParallelGateway(),
        [ElementType.EventBasedGateway] = new EventBasedGateway(),
    }.ToFrozenDictionary();

    /// <summary>Does what the status asks for; an instance that waits is left alone, except a multi-instance with bodies still to begin and an ad-hoc sub-process that may be done.</summary>
    public static void Perform(Step step, ElementInstance element)
    {
        switch (element.Status)
        {
            case ElementStatus.Activating when element.Type == ElementType.Process: ProcessScope.Activate(step); break;
            case ElementStatus.Activating: ByType[element.Type].Activate(step.Run.NodeOf(element), step); break;
            case ElementStatus.Completing: Complete(step, element); break;
            case ElementStatus.Active when element.Type == ElementType.MultiInstanceBody: MultiInstanceBody.Proceed(step); break;
            case ElementStatus.Active when element.Type == ElementType.AdHocSubProcess: AdHocSubProcess.Proceed(step); break;
            case ElementStatus.Active: break;
            default: throw new InvariantBrokenException($"No verb for status {element.Status}.");
        }
    }

    public static void Complete(Step step, ElementInstance element)
    {
        if (element.Type == ElementType.Process) ProcessScope.Complete(step);
        else ByType[element.Type].Complete(step.Run.NodeOf(element), step);
    }

    public static void Terminate(Step step, ElementInstance element)
    {
        if (element.Type != ElementType.Process) ByType[element.Type].Terminate(step.Run.NodeOf(element), step);
    }
}
