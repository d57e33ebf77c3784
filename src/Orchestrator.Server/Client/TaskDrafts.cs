using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>What people typed and have not sent: one for each task and person, for who has the task. Gone with the completion, kept when somebody else was faster.</summary>
internal sealed class TaskDrafts(IDeskStore desk, TimeProvider time)
{
    // Larger than any form that is typed; a pasted file is no draft.
    private const int CharsMax = 200_000;

    public async Task<Outcome<DateTimeOffset>> SaveAsync(ActingUser user, TaskRow row, string dataJson, CancellationToken cancellation)
    {
        if (dataJson.Length > CharsMax || !FeelJson.TryRead(dataJson, out var value, out _) || value is not FeelContext)
            return new Refusal(RefusalKind.Invalid, "Invalid", $"Expected a draft as a JSON object of at most {CharsMax} characters.");
        if (row.State != TaskRowState.Created || row.Assignee != user.UserName)
            return new Refusal(RefusalKind.Conflict, "DraftNotYours", "Expected an open task of yours: a draft is kept for who has the task.");
        var now = time.GetUtcNow();
        return await desk.SaveDraftAsync(row.Key, user.UserName, dataJson, now, cancellation)
            ? now
            : new Refusal(RefusalKind.NotFound, "TaskNotFound", "Expected a task that can still be written to, but there is none.");
    }

    public Task<Draft?> OfAsync(ActingUser user, ScopeKey task, CancellationToken cancellation) => desk.DraftAsync(task, user.UserName, cancellation);

    public Task ForgetAsync(ActingUser user, ScopeKey task, CancellationToken cancellation) => desk.DeleteDraftAsync(task, user.UserName, cancellation);
}
