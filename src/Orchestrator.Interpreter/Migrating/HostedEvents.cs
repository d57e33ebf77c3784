using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.Elements;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter.Migrating;

/// <summary>The timers and messages that an element instance waits for, or would when it were active, by a version's definition.</summary>
internal static class HostedEvents
{
    /// <param name="run">Tells where the instance stands.</param>
    /// <param name="host">The instance.</param>
    /// <param name="graph">The version.</param>
    /// <param name="node">The node of the instance in that version; null for a process scope.</param>
    public static List<FlowNode> Of(Run run, ElementInstance host, ProcessGraph graph, FlowNode? node)
    {
        var events = new List<FlowNode>();
        if (ElementTypes.IsScope(host.Type))
            events.AddRange(graph.EventSubProcessesIn(node?.Id).SelectMany(sub => graph.StartEventsIn(sub.Id)));
        switch (node)
        {
            case IntermediateCatchEventNode or ReceiveTaskNode when IsSingle(host): events.Add(node); break;
            case EventBasedGatewayNode: events.AddRange(node.Outgoing.Select(flow => graph[flow.Target])); break;
        }
        if (node is ActivityNode activity && ElementTypes.CarriesBoundaryEvents(run, host)) events.AddRange(graph.BoundaryEventsOf(activity));
        return [.. events.Where(one => KindOf(one) is not null)];
    }

    // The body of a multi-instance does not receive what its items receive.
    private static bool IsSingle(ElementInstance host) => host.Type != ElementType.MultiInstanceBody;

    /// <summary>It plays the same part on its host: a boundary event, the start of an event sub-process, or a way on.</summary>
    public static bool SamePart(FlowNode source, FlowNode target) =>
        KindOf(source) == KindOf(target) && source is BoundaryEventNode == target is BoundaryEventNode && source is StartEventNode == target is StartEventNode;

    /// <summary>What is waited for; null for an event that needs no waiting (an error).</summary>
    public static Type? KindOf(FlowNode node) => Events.DefinitionOf(node) is EventDefinition.Timer or EventDefinition.Message ? Events.DefinitionOf(node)!.GetType() : null;
}
