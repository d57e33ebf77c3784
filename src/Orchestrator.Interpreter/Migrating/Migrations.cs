using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.Migrating;

namespace Orchestrator.Interpreter;

/// <summary>Questions about a migration that may be asked without making it.</summary>
public static class Migrations
{
    /// <summary>
    /// What stands against going on under another version, now. It is the very question that <see cref="Command.MigrateInstance"/> is decided by: on the same state the command is accepted
    /// when the verdict is <see cref="MigrationVerdict.Ok"/>, and refused otherwise.
    /// </summary>
    /// <returns>The findings; or a rejection when the question does not apply (ended, no such process scope, an unusable mapping).</returns>
    public static (MigrationFindings? Findings, Rejection? Rejection) Rehearse(World world, InstanceState state, Command.MigrateInstance command, DateTimeOffset at)
    {
        var run = new Run(world, state, new CommandEnvelope(Guid.Empty, state.Id, Actor.System("migration"), at, command));
        if (state.Outcome is { } outcome) return (null, new(RejectionReason.WrongState, $"Expected a running instance, but {state.Id} has ended ({outcome})."));
        if (Commands.MigrationCommands.WhyNotAsk(run, command) is { } rejection) return (null, rejection);
        return (MigrationPlan.Of(run, command).Findings, null);
    }

    /// <summary>Why no process may go on under this version at all, whatever the instance; null when it may.</summary>
    public static Rejection? WhyNotEnter(World world, DeployedProcess target) => Retired.WhyNotEnter(world, target);

    /// <summary>Why this mapping leads from no version of this kind to the other, whatever the instance; null when it can be used.</summary>
    public static Rejection? WhyNotMap(DeployedProcess source, DeployedProcess target, ImmutableArray<ElementMapping> mapping)
    {
        if (source.Key == target.Key) return new(RejectionReason.WrongState, $"Expected another version than the one that runs, but it is version {target.Version} of '{target.Graph.ProcessId}' already.");
        if (source.Graph.ProcessId != target.Graph.ProcessId)
            return new(RejectionReason.Invalid, $"Expected another version of process '{source.Graph.ProcessId}', but found one of '{target.Graph.ProcessId}'.");
        var seen = new HashSet<ElementId>();
        foreach (var (from, to) in mapping)
        {
            if (!Has(source.Graph, from)) return new(RejectionReason.Invalid, $"Expected the mapping to name elements of version {source.Version}, but it has no '{from}'.");
            if (!Has(target.Graph, to)) return new(RejectionReason.Invalid, $"Expected the mapping to name counterparts in version {target.Version}, but it has no '{to}'.");
            if (source.Graph.Find(from) is null != target.Graph.Find(to) is null)
                return new(RejectionReason.Invalid, $"Expected an element for an element and a flow for a flow, but '{from}' is mapped to '{to}'.");
            if (!seen.Add(from)) return new(RejectionReason.Invalid, $"Expected one counterpart for each element, but '{from}' is mapped twice.");
        }
        return null;
    }

    /// <summary>The type that instances of a node have; of a multi-instance, that of its items.</summary>
    public static ElementType TypeOf(FlowNode node) => Elements.ElementTypes.Of(node);

    private static bool Has(ProcessGraph graph, ElementId id) => graph.Find(id) is not null || graph.FindFlow(id) is not null;
}
