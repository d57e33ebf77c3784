using Microsoft.Extensions.Logging;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Outbox;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Projections;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Runtime;

/// <summary>What all lanes of a node share.</summary>
internal sealed record LaneParts(
    IStore Store, InstanceLoader Loader, InstanceCache Cache, ThrownMessages Thrown, Committer Committer, DefinitionCatalog Definitions, EngineOptions Options, WorkSignals Signals,
    EngineMetrics Metrics, TimeProvider Time, ILogger Log)
{
    /// <summary>Decides by the interpreter. Anything it throws is a bug of ours.</summary>
    public Decision Decide(InstanceState? state, CommandEnvelope command)
    {
        try
        {
            return Decider.Decide(Definitions.World, state, command);
        }
        catch (Exception bug) when (bug is not InvariantBrokenException)
        {
            throw new InvariantBrokenException($"Expected {command.Command.GetType().Name} to be decided, but it threw {bug.GetType().Name}: {bug.Message}", bug);
        }
    }

    public IReadOnlyList<RowChange> Project(Submission submission, InstanceState? before, Decision decision, DateTimeOffset at)
    {
        var rows = Projector.Project(new ProjectionContext(submission.Instance, before, decision.State!, at, Definitions.View, Options), decision.Events);
        foreach (var row in submission.Rows) rows.Add(row);
        return rows.ToList();
    }

    /// <summary>Wakes the pumps for what was written.</summary>
    public void Written(Round round, ArraySegment<MemberOutcome> outcomes)
    {
        foreach (var decided in round.All)
        {
            if (decided.Member < 0 || outcomes[decided.Member] is not MemberOutcome.Committed) continue;
            var member = round.Members[decided.Member];
            Thrown.Remember(decided.Progress.State!, member);
            Signals.Raise(member.Rows);
        }
    }
}
