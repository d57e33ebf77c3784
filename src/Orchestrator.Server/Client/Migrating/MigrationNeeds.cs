using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Interpreter;
using Orchestrator.Server.V2.Elements;

namespace Orchestrator.Server.Client.Migrating;

/// <summary>What a designer has to say about two versions: elements at which something can wait and that the other version does not have under the same id.</summary>
internal static class MigrationNeeds
{
    public static IReadOnlyList<MigrationNeed> Of(ProcessGraph source, ProcessGraph target)
    {
        var needs = new List<MigrationNeed>();
        foreach (var node in source.Nodes)
        {
            if (!Waits(node) || target.Find(node.Id) is { } same && TypeOf(same) == TypeOf(node)) continue;
            var candidates = target.Nodes.Where(other => TypeOf(other) == TypeOf(node)).ToList();
            needs.Add(new(ElementOf(node), [.. candidates.Select(ElementOf)], Suggested(node, candidates, source), node is BoundaryEventNode or StartEventNode));
        }
        foreach (var join in source.Nodes.OfType<ParallelGatewayNode>().Where(node => node.Incoming.Length > 1))
            needs.AddRange(FlowsOf(join, target, needs.Find(need => need.Source.Id == join.Id.Value)?.Suggested ?? join.Id.Value));
        return needs;
    }

    // A token at a join stands on a flow; a flow that was drawn anew has another id.
    private static IEnumerable<MigrationNeed> FlowsOf(ParallelGatewayNode join, ProcessGraph target, string counterpartId)
    {
        if (target.Find(new(counterpartId)) is not ParallelGatewayNode counterpart || counterpart.Incoming.Length != join.Incoming.Length) yield break;
        var free = counterpart.Incoming.Where(flow => join.Incoming.All(other => other.Id != flow.Id)).ToList();
        foreach (var flow in join.Incoming.Where(flow => counterpart.Incoming.All(other => other.Id != flow.Id)))
        {
            var same = free.Where(other => other.Source == flow.Source).ToList();
            yield return new(ElementOf(flow), [.. free.Select(ElementOf)], same is [var only] ? only.Id.Value : free is [var last] ? last.Id.Value : null, Optional: false);
        }
    }

    private static bool Waits(FlowNode node) => node switch
    {
        ParallelGatewayNode gateway => gateway.Incoming.Length > 1,
        ExclusiveGatewayNode => false,
        StartEventNode start => start.Parent is not null && start.Definition is EventDefinition.Timer or EventDefinition.Message,
        BoundaryEventNode boundary => boundary.Definition is EventDefinition.Timer or EventDefinition.Message,
        EndEventNode end => end.Job is not null,
        IntermediateThrowEventNode thrown => thrown.Job is not null,
        ScriptTaskNode script => script.Job is not null,
        BusinessRuleTaskNode rule => rule.Job is not null,
        SendTaskNode send => send.Job is not null,
        _ => true,
    };

    // The one of the same name; else the only one that is new.
    private static string? Suggested(FlowNode node, List<FlowNode> candidates, ProcessGraph source)
    {
        if (node.Name is not null && candidates.Where(other => other.Name == node.Name).ToList() is [var named]) return named.Id.Value;
        return candidates.Where(other => source.Find(other.Id) is null).ToList() is [var only] ? only.Id.Value : null;
    }

    private static MigrationElement ElementOf(FlowNode node) => new(node.Id.Value, node.Name, TypeOf(node));

    private static MigrationElement ElementOf(SequenceFlow flow) => new(flow.Id.Value, flow.Name, "SEQUENCE_FLOW");

    private static string TypeOf(FlowNode node) => ElementNames.Of(Migrations.TypeOf(node));
}
