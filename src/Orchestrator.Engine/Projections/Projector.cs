using System.Collections.Immutable;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Incidents;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Jobs;
using Orchestrator.Engine.Messages;
using Orchestrator.Engine.Timers;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Projections;

/// <summary>Events of one command to row changes. Pure: the same events give the same rows, now and when history is verified.</summary>
internal static class Projector
{
    public static RowChanges Project(ProjectionContext context, ImmutableArray<InstanceEvent> events)
    {
        var rows = new RowChanges();
        var position = context.Before?.Version ?? 0;
        foreach (var e in events)
        {
            context.Position = ++position;
            Project(e, context, rows);
        }
        IncidentProjection.Flag(context, rows);
        return rows;
    }

    // Most events of a command move tokens and make no row; they leave here at once.
    private static void Project(InstanceEvent e, ProjectionContext context, RowChanges rows)
    {
        switch (e)
        {
            case InstanceEvent.FlowTaken or InstanceEvent.ElementActivated or InstanceEvent.ConditionsEvaluated or InstanceEvent.DecisionEvaluated:
                return;
            case InstanceEvent.InstanceStarted or InstanceEvent.ElementEntered or InstanceEvent.ElementCompleting or InstanceEvent.ElementCompleted
                or InstanceEvent.ElementTerminated or InstanceEvent.InstanceEnded or InstanceEvent.VariablesSet or InstanceEvent.ContinuationRequested:
                InstanceProjection.Project(e, context, rows);
                return;
            case InstanceEvent.UserTaskCreated or InstanceEvent.UserTaskClaimed or InstanceEvent.UserTaskUnclaimed or InstanceEvent.UserTaskAssigned
                or InstanceEvent.UserTaskTakenOver or InstanceEvent.UserTaskCompleted or InstanceEvent.UserTaskCancelled:
                HumanTaskProjection.Project(e, context, rows);
                return;
            case InstanceEvent.JobCreated or InstanceEvent.JobCompleted or InstanceEvent.JobFailed or InstanceEvent.JobErrorThrown
                or InstanceEvent.JobRetriesSet or InstanceEvent.JobCancelled:
                JobProjection.Project(e, context, rows);
                return;
            case InstanceEvent.TimerArmed or InstanceEvent.TimerFired or InstanceEvent.TimerHeld or InstanceEvent.TimerSkipped or InstanceEvent.TimerDisarmed:
                TimerProjection.Project(e, context, rows);
                return;
            case InstanceEvent.MessageSubscribed or InstanceEvent.MessageCorrelated or InstanceEvent.MessageUnsubscribed or InstanceEvent.MessagePublished:
                MessageProjection.Project(e, context, rows);
                return;
            case InstanceEvent.IncidentRaised or InstanceEvent.IncidentResolved:
                IncidentProjection.Project(e, context, rows);
                return;
            case InstanceEvent.InstanceMigrated migrated:
                MigrationProjection.Project(migrated, context, rows);
                return;
            case InstanceEvent.TokensJoined or InstanceEvent.ScopeInterrupted or InstanceEvent.VariablesCorrected or InstanceEvent.EscalationWithdrawn
                or InstanceEvent.EscalationKept or InstanceEvent.ErrorCaught or InstanceEvent.MultiInstanceStarted or InstanceEvent.MultiInstanceItemCompleted
                or InstanceEvent.AdHocOpened or InstanceEvent.AdHocElementsActivated or InstanceEvent.CommentAdded
                or InstanceEvent.AttachmentAdded or InstanceEvent.AttachmentRemoved:
                return;
            default:
                throw new InvariantBrokenException($"No rule says which rows {e.GetType().Name} makes.");
        }
    }
}
