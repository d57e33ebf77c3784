using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;
using Orchestrator.Server.Client;
using Orchestrator.Server.Requests;
using Orchestrator.Server.Security;
using Orchestrator.Server.V2.Searching;

namespace Orchestrator.Server.V2.Tasks;

/// <summary>Human tasks. An operator finds those of their groups and their own; anything else does not exist for them.</summary>
internal static class UserTaskEndpoints
{
    public static void Map(IEndpointRouteBuilder v2)
    {
        v2.MapPost("/user-tasks/search", SearchAsync).Described("searchUserTasks", "Finds tasks that the account may see.").RequireAuthorization(Rights.ReadTasks).Produces<SearchResult<UserTaskItem>>();
        v2.MapGet("/user-tasks/{userTaskKey}", GetAsync).Described("getUserTask", "One task.").RequireAuthorization(Rights.ReadTasks).Produces<UserTaskItem>();
        v2.MapGet("/user-tasks/{userTaskKey}/form", FormAsync).Described("getUserTaskForm", "The form of a task; 204 when it has none.").RequireAuthorization(Rights.ReadTasks).Produces<FormItem>();
        v2.MapPost("/user-tasks/{userTaskKey}/assignment", AssignAsync).Described("assignUserTask", "Gives a task to an account.").Repeatable().RequireAuthorization(Rights.DoTasks).Produces(StatusCodes.Status204NoContent);
        v2.MapDelete("/user-tasks/{userTaskKey}/assignee", UnassignAsync).Described("unassignUserTask", "Gives a task back to its groups.").Repeatable().RequireAuthorization(Rights.DoTasks).Produces(StatusCodes.Status204NoContent);
        v2.MapPost("/user-tasks/{userTaskKey}/completion", CompleteAsync).Described("completeUserTask", "Completes a task; the variables pass the rules of its form.").Repeatable().RequireAuthorization(Rights.DoTasks).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> SearchAsync(
        SearchRequest<UserTaskFilter>? body, HttpContext context, HumanTaskDesk tasks, DefinitionCatalog definitions, CancellationToken cancellation)
    {
        var paging = Pages.Read(body?.Page);
        var query = UserTaskFilters.Query(body, paging) with { VisibleTo = ViewerOf(CurrentUser.Of(context.User)) };
        await SearchVariables.CheckAsync(body?.Filter?.ProcessInstanceVariables, "filter.processInstanceVariables", definitions);
        var page = await tasks.SearchAsync(query, cancellation);
        var items = new UserTaskItems(definitions);
        return TypedResults.Ok(await Pages.AnswerAsync(page, paging, items.OfAsync));
    }

    private static async Task<IResult> GetAsync(string userTaskKey, HttpContext context, HumanTaskDesk tasks, DefinitionCatalog definitions, CancellationToken cancellation)
    {
        var key = Keys.Scope(userTaskKey, "userTaskKey");
        return await FindAsync(key, context, tasks, cancellation) is { } row
            ? TypedResults.Ok(await new UserTaskItems(definitions).OfAsync(row))
            : Missing(key);
    }

    private static async Task<IResult> FormAsync(string userTaskKey, HttpContext context, HumanTaskDesk tasks, CancellationToken cancellation)
    {
        var key = Keys.Scope(userTaskKey, "userTaskKey");
        if (await FindAsync(key, context, tasks, cancellation) is not { } row) return Missing(key);
        if (row.FormId is null || await tasks.OpenAsync(key, cancellation) is not { FormSchema: { } schema }) return TypedResults.NoContent();
        return TypedResults.Ok(new FormItem(row.FormId, UserTaskItems.FormKeyOf(row)!, 1, schema));
    }

    private static async Task<IResult> AssignAsync(string userTaskKey, AssignmentRequest body, HttpContext context, HumanTaskDesk tasks, CancellationToken cancellation)
    {
        if (StoredText.Check(body.Assignee, "assignee") is not { Length: > 0 } assignee) throw new InvalidRequestException("assignee", "Expected the account that gets the task.");
        // Operators take tasks themselves and take none away from others: for them an assignment to themselves is a claim.
        if (assignee == CurrentUser.Of(context.User).UserName && !CurrentUser.Of(context.User).Has(Roles.Supervisor))
            return await ActAsync(userTaskKey, context, tasks, (request, actor, key) => tasks.ClaimAsync(request, actor, key, null, cancellation), cancellation);
        return await ActAsync(userTaskKey, context, tasks, (request, actor, key) =>
            tasks.AssignAsync(request, actor, key, assignee, body.AllowOverride ?? true, null, cancellation), cancellation);
    }

    private static Task<IResult> UnassignAsync(string userTaskKey, HttpContext context, HumanTaskDesk tasks, CancellationToken cancellation) =>
        ActAsync(userTaskKey, context, tasks, (request, actor, key) => tasks.UnclaimAsync(request, actor, key, null, cancellation), cancellation);

    private static async Task<IResult> CompleteAsync(
        string userTaskKey, TaskCompletionRequest? body, HttpContext context, HumanTaskDesk tasks, TaskCompletion completion, CancellationToken cancellation)
    {
        var variables = VariableJson.Read(body?.Variables, "variables");
        var key = Keys.Scope(userTaskKey, "userTaskKey");
        if (await FindAsync(key, context, tasks, cancellation) is not { } row) return Missing(key);
        var completed = await completion.OfAsync(CurrentUser.Of(context.User), row, RequestKeys.Of(context).Value, variables, null, cancellation);
        var wrong = (completed.Refusal?.Fields ?? completed.Errors).Select(error => new WrongField($"variables.{AttendanceRecorder.InData(error.Path)}", error.Message)).ToList();
        if (wrong.Count > 0) return Problems.Invalid($"The variables break rules of the form in {wrong.Count} places.", wrong);
        return completed.Result is { } result ? AnswerTo(row, result) : Problems.From(completed.Refusal!);
    }

    private static async Task<IResult> ActAsync(
        string userTaskKey, HttpContext context, HumanTaskDesk tasks, Func<Guid, Actor, ScopeKey, Task<SubmitResult>> act, CancellationToken cancellation)
    {
        var key = Keys.Scope(userTaskKey, "userTaskKey");
        if (await FindAsync(key, context, tasks, cancellation) is not { } row) return Missing(key);
        return AnswerTo(row, await act(RequestKeys.Of(context).Value, CurrentUser.Of(context.User).Actor(), key));
    }

    private static IResult AnswerTo(TaskRow row, SubmitResult result)
    {
        if (result.Rejection is not { } rejection) return TypedResults.NoContent();
        // A task that has ended is in no state any more, but it was there: that is a wrong state, not a wrong key.
        return row.State != TaskRowState.Created && rejection.Reason == RejectionReason.NotFound
            ? Problems.From(new Rejection(RejectionReason.WrongState, $"Expected an open task {row.Key}, but it is {row.State}."))
            : Problems.From(rejection);
    }

    // A task that the account may not see is not there: the answer does not tell that it exists.
    private static async Task<TaskRow?> FindAsync(ScopeKey key, HttpContext context, HumanTaskDesk tasks, CancellationToken cancellation)
    {
        var page = await tasks.SearchAsync(new() { Key = key, VisibleTo = ViewerOf(CurrentUser.Of(context.User)), Page = new(0, 1) }, cancellation);
        return page.Items is [var row] ? row : null;
    }

    private static TaskViewer? ViewerOf(ActingUser user) =>
        user.Has(Roles.Supervisor, Roles.Auditor) ? null : new(user.UserName, user.Groups.ToList());

    private static IResult Missing(ScopeKey key) => Problems.NotFound($"Expected a user task {key}, but there is none that this account may see.");
}
