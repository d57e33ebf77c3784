using Orchestrator.Contracts.Client;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>Says who was faster, and when, when a write came too late.</summary>
internal sealed class WhoWasFaster(CaseNames names, HistoryService history)
{
    // A task's version is the position of its last event; a few are read, because a page holds whole commands.
    private const int EventsAround = 50;

    public async Task<Refusal> ExplainAsync(Rejection rejection, TaskRow row, CancellationToken cancellation)
    {
        var ended = rejection.Reason == RejectionReason.NotFound && row.State != TaskRowState.Created;
        if (rejection.Reason != RejectionReason.WrongState && !ended) return Refused.From(rejection);
        var last = await LastAsync(row, cancellation);
        var who = await names.PersonAsync(row.Assignee, cancellation) ?? row.Assignee;
        return row switch
        {
            { State: TaskRowState.Completed } => Conflict("TaskCompleted", new(who, "completed", row.EndedAt)),
            { State: TaskRowState.Cancelled } => Conflict("TaskCanceled", new(null, "canceled", row.EndedAt)),
            { Assignee: not null } => last?.Event is InstanceEvent.UserTaskAssigned
                ? Conflict("TaskClaimed", new(await names.PersonAsync(last.Actor, cancellation) ?? last.Actor, "assigned", last.At))
                : Conflict("TaskClaimed", new(who, "claimed", last?.At)),
            _ => Conflict("TaskChanged", new(await names.PersonAsync(last?.Actor, cancellation), "unclaimed", last?.At)),
        };

        Refusal Conflict(string code, Faster by) => new(RefusalKind.Conflict, code, rejection.Message) { Conflict = by };
    }

    private async Task<HistoryEvent?> LastAsync(TaskRow row, CancellationToken cancellation)
    {
        if (row.State != TaskRowState.Created) return null;
        var events = await history.PageAsync(row.Instance, Math.Max(0, row.Version - 1), EventsAround, cancellation);
        return events.FirstOrDefault(entry => entry.Position == row.Version && entry.Scope == row.Key);
    }
}
