using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>Says who was faster when a write came too late.</summary>
internal sealed class WhoWasFaster(CaseNames names)
{
    public async Task<Refusal> ExplainAsync(Rejection rejection, TaskRow row, CancellationToken cancellation)
    {
        var ended = rejection.Reason == RejectionReason.NotFound && row.State != TaskRowState.Created;
        if (rejection.Reason != RejectionReason.WrongState && !ended) return Refused.From(rejection);
        var who = await names.PersonAsync(row.Assignee, cancellation) ?? row.Assignee;
        return row switch
        {
            { State: TaskRowState.Completed } => Conflict("TaskCompleted", new(who, "completed", row.EndedAt)),
            { State: TaskRowState.Cancelled } => Conflict("TaskCanceled", new(null, "canceled", row.EndedAt)),
            { Assignee: not null } => Conflict("TaskClaimed", new(who, "claimed", null)),
            _ => Conflict("TaskChanged", new(null, "unclaimed", null)),
        };

        Refusal Conflict(string code, Faster by) => new(RefusalKind.Conflict, code, rejection.Message) { Conflict = by };
    }
}
