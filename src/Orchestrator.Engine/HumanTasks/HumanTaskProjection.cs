using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Projections;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.HumanTasks;

/// <summary>Rows of human tasks. A task's version is the position of the last event about it.</summary>
internal static class HumanTaskProjection
{
    public static void Project(InstanceEvent e, ProjectionContext context, RowChanges rows)
    {
        switch (e)
        {
            case InstanceEvent.UserTaskCreated created: Created(created, context, rows); break;
            case InstanceEvent.UserTaskClaimed claimed: rows.AssignTask(new(claimed.Scope, claimed.User, context.Position)); break;
            case InstanceEvent.UserTaskUnclaimed unclaimed: rows.AssignTask(new(unclaimed.Scope, null, context.Position)); break;
            case InstanceEvent.UserTaskAssigned assigned: rows.AssignTask(new(assigned.Scope, assigned.Assignee, context.Position)); break;
            case InstanceEvent.UserTaskTakenOver taken: rows.AssignTask(new(taken.Scope, taken.User, context.Position)); break;
            case InstanceEvent.UserTaskCompleted completed: rows.EndTask(new(completed.Scope, TaskRowState.Completed, completed.User, context.At, context.Position)); break;
            case InstanceEvent.UserTaskCancelled cancelled:
                var assignee = context.Before?.Elements.GetValueOrDefault(cancelled.Scope)?.UserTask?.Assignee;
                rows.EndTask(new(cancelled.Scope, TaskRowState.Cancelled, assignee, context.At, context.Position));
                break;
        }
    }

    private static void Created(InstanceEvent.UserTaskCreated e, ProjectionContext context, RowChanges rows)
    {
        var place = context.PlaceOf(e.Scope);
        rows.Add(new RowChange.InsertTask(new TaskRow
        {
            Key = e.Scope,
            Instance = context.Instance,
            Definition = place.Definition,
            ProcessId = context.ProcessIdOf(place.Definition),
            BusinessKey = context.After.BusinessKey,
            Element = place.Element.Value,
            Name = e.Name,
            State = TaskRowState.Created,
            Assignee = e.Assignee,
            CandidateGroups = e.CandidateGroups,
            CandidateUsers = e.CandidateUsers,
            DueAt = e.DueAt,
            FollowUpAt = e.FollowUpAt,
            Priority = e.Priority,
            FormId = e.FormId,
            EscalationOf = e.EscalationOf?.Value,
            CreatedAt = context.At,
            EndedAt = null,
            Version = context.Position,
        }));
    }
}
