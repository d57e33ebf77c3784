using Orchestrator.Contracts.Client;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Client;

/// <summary>Human tasks for the pages.</summary>
internal sealed class Inbox(
    HumanTaskDesk tasks, TaskViews views, TaskSheets sheets, CaseRights rights, TaskCompletion completion, WhoWasFaster faster, TimeProvider time) : IInbox
{
    private const int LimitMax = 200;

    public async Task<Outcome<InboxPage>> ListAsync(ActingUser user, InboxQuery query, CancellationToken cancellation)
    {
        if (Refused.WhyNotPage(query.Offset, query.Limit, LimitMax) is { } refused) return refused;
        if (!CaseRights.SeesTasks(user)) return new InboxPage([], 0, new(0, 0, 0, 0));
        var list = new InboxLists(tasks, user, time.GetUtcNow());
        var (rows, total) = await list.ReadAsync(query, cancellation);
        return new InboxPage(await views.OfAsync(rows, cancellation), total, await list.CountsAsync(cancellation));
    }

    public async Task<Outcome<TaskDetail>> OpenAsync(ActingUser user, long taskKey, CancellationToken cancellation)
    {
        if (await FindAsync(user, taskKey, cancellation) is not { } row) return Missing(taskKey);
        return await sheets.OfAsync(row, TaskViews.AllowedTo(user, row, await rights.MayOpenAsync(user, row.Instance, cancellation)), cancellation);
    }

    public Task<Outcome<TaskSummary>> ClaimAsync(ActingUser user, TaskAction action, CancellationToken cancellation) =>
        ActAsync(user, action, (actor, key) => tasks.ClaimAsync(action.Request, actor, key, action.Version, cancellation), cancellation);

    public Task<Outcome<TaskSummary>> UnclaimAsync(ActingUser user, TaskAction action, CancellationToken cancellation) =>
        ActAsync(user, action, (actor, key) => tasks.UnclaimAsync(action.Request, actor, key, action.Version, cancellation), cancellation);

    public async Task<Outcome<TaskSummary>> CompleteAsync(ActingUser user, TaskAction action, string dataJson, CancellationToken cancellation)
    {
        if (!FeelJson.TryRead(dataJson, out var value, out _) || value is not FeelContext data)
            return new Refusal(RefusalKind.Invalid, "Invalid", "Expected the form's data as a JSON object.");
        if (WhyNotAct(user) is { } refused) return refused;
        if (await FindAsync(user, action.TaskKey, cancellation) is not { } row) return Missing(action.TaskKey);
        var completed = await completion.OfAsync(user, row, action.Request, data, action.Version, cancellation);
        if (completed.Result is not { } result) return completed.Refusal!;
        return completed.Errors.Count > 0 ? Refused.From(completed.Errors) : await AnswerAsync(row.Key, result, cancellation);
    }

    private async Task<Outcome<TaskSummary>> ActAsync(
        ActingUser user, TaskAction action, Func<Actor, ScopeKey, Task<SubmitResult>> act, CancellationToken cancellation)
    {
        if (WhyNotAct(user) is { } refused) return refused;
        if (await FindAsync(user, action.TaskKey, cancellation) is not { } row) return Missing(action.TaskKey);
        return await AnswerAsync(row.Key, await act(user.Actor(), row.Key), cancellation);
    }

    private async Task<Outcome<TaskSummary>> AnswerAsync(ScopeKey key, SubmitResult result, CancellationToken cancellation)
    {
        var row = (await tasks.FindAsync(key, cancellation))!;
        return result.Rejection is { } rejection ? await faster.ExplainAsync(rejection, row, cancellation) : await views.OfAsync(row, cancellation);
    }

    // A task that the user may not see is not there.
    private async Task<TaskRow?> FindAsync(ActingUser user, long taskKey, CancellationToken cancellation)
    {
        if (taskKey <= 0 || !CaseRights.SeesTasks(user)) return null;
        var page = await tasks.SearchAsync(new() { Key = new(taskKey), VisibleTo = CaseRights.TasksOf(user), Page = new(0, 1) }, cancellation);
        return page.Items is [var row] ? row : null;
    }

    private static Refusal? WhyNotAct(ActingUser user) => user.Has(Roles.Operator, Roles.Supervisor)
        ? null
        : Refused.NotAllowed("Expected an operator or a supervisor: other accounts do not act on tasks.");

    private static Refusal Missing(long task) => new(RefusalKind.NotFound, "TaskNotFound", $"Expected a task {task}, but there is none that you may see.");
}
