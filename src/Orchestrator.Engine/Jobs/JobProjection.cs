using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Projections;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Jobs;

/// <summary>Rows of jobs, and of the outbox for those that go over the bus: one for each attempt.</summary>
internal static class JobProjection
{
    public static void Project(InstanceEvent e, ProjectionContext context, RowChanges rows)
    {
        switch (e)
        {
            case InstanceEvent.JobCreated created: Created(created, context, rows); break;
            case InstanceEvent.JobCompleted completed: rows.DeleteJob(completed.Scope); break;
            case InstanceEvent.JobCancelled cancelled: rows.DeleteJob(cancelled.Scope); break;
            case InstanceEvent.JobFailed failed: Changed(failed.Scope, context, rows); break;
            case InstanceEvent.JobErrorThrown thrown: Changed(thrown.Scope, context, rows); break;
            case InstanceEvent.JobRetriesSet set: Changed(set.Scope, context, rows); break;
        }
    }

    private static void Created(InstanceEvent.JobCreated e, ProjectionContext context, RowChanges rows)
    {
        var place = context.PlaceOf(e.Scope);
        var bus = context.Options.IsBusJob(e.JobType);
        rows.Add(new RowChange.InsertJob(new JobRow(
            e.Scope, context.Instance, place.Definition, context.ProcessIdOf(place.Definition), place.Element.Value, e.JobType, 1, e.Retries, context.At, bus)));
        if (bus) rows.Add(new RowChange.InsertOutbox(new OutboxRow(OutboxKind.JobOffered, e.Scope, 1, context.Instance, context.At)));
    }

    // The state after the command says which attempt is next; a job that is gone by then has its own event.
    private static void Changed(ScopeKey key, ProjectionContext context, RowChanges rows)
    {
        if (context.LivingAfter(key)?.Job is not { } job)
        {
            rows.DeleteJob(key);
            return;
        }
        var availableAt = job.RetryAt ?? context.At;
        rows.UpdateJob(new RowChange.UpdateJob(key, job.Attempt, job.RetriesLeft, availableAt));
        if (job.RetriesLeft > 0 && context.Options.IsBusJob(job.JobType))
            rows.Offer(new OutboxRow(OutboxKind.JobOffered, key, job.Attempt, context.Instance, availableAt));
    }
}
