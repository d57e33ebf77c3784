using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.Elements;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Migrating;

/// <summary>May an instance of one node be one of another?</summary>
internal static class Counterparts
{
    public static (MigrationReason Reason, string Message)? WhyNotSameType(ElementInstance element, FlowNode source, FlowNode target)
    {
        var (from, to) = (ElementTypes.Of(source), ElementTypes.Of(target));
        if (from != to) return (MigrationReason.TypeDiffers, $"'{element.Element}' is active as {from}, but '{target.Id}' is {to}.");
        if (!SameLoop(source, target)) return (MigrationReason.MultiInstanceDiffers, $"'{element.Element}' is active, but '{target.Id}' runs another number of times: {LoopOf(source)} became {LoopOf(target)}.");
        return null;
    }

    /// <summary>Instances of both are of the same kind.</summary>
    public static bool AreAlike(FlowNode source, FlowNode target) => ElementTypes.Of(source) == ElementTypes.Of(target) && SameLoop(source, target);

    private static bool SameLoop(FlowNode source, FlowNode target) => SequenceOf(source) == SequenceOf(target);

    private static bool? SequenceOf(FlowNode node) => (node as ActivityNode)?.MultiInstance?.Sequential;

    private static string LoopOf(FlowNode node) => SequenceOf(node) switch
    {
        null => "once",
        true => "one after the other",
        false => "all at once",
    };
}
