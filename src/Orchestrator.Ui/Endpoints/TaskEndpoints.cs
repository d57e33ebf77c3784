using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Text;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Writes on a task: claim, unclaim, take over, assign, complete, and bringing typed data back after a conflict.</summary>
internal static class TaskEndpoints
{
    private const string DataField = "dati";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/attivita/{key:long}/prendi", (long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            ActAsync(key, "presa", context, (action, token) => client.Inbox.ClaimAsync(visit.Required, action, token), cancellation));
        endpoints.MapPost("/attivita/{key:long}/lascia", (long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            ActAsync(key, "lasciata", context, (action, token) => client.Inbox.UnclaimAsync(visit.Required, action, token), cancellation));
        endpoints.MapPost("/attivita/{key:long}/sostituisci", (long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            ActAsync(key, "sostituita", context, (action, token) => client.Inbox.TakeOverAsync(visit.Required, action, token), cancellation));
        endpoints.MapPost("/attivita/{key:long}/assegna", AssignAsync);
        endpoints.MapPost("/attivita/{key:long}/completa", CompleteAsync);
        endpoints.MapPost("/attivita/{key:long}/riprendi", ResumeAsync);

        // An expired session sends the browser back to the address it had posted to: the task is shown again there.
        endpoints.MapGet("/attivita/{key:long}/{verb}", (long key) => Show.See($"/attivita/{key}"));
    }

    private static async Task<IResult> ActAsync(
        long key, string done, HttpContext context, Func<TaskAction, CancellationToken, Task<Outcome<TaskSummary>>> act, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var state = InboxState.Of(context.Request.Query);
        var outcome = await act(new(form.RequestId(), key, form.ShownVersion()), cancellation);
        return outcome.Match(
            // The list stays where it was: what follows in it is opened when this task is done.
            task => Show.See(WithDone(state.TaskUrl(task.TaskKey), done)),
            refusal => refusal.Kind == RefusalKind.Conflict
                ? Show.Page<ConflictPage>(new { Refusal = refusal, TaskKey = key, State = state }, StatusCodes.Status409Conflict)
                : refusal.Kind == RefusalKind.Invalid
                    ? Show.Page<RefusalPage>(new { Refusal = refusal, Back = state.TaskUrl(key) }, StatusCodes.Status400BadRequest)
                    : Show.Refusal(refusal));
    }

    private static async Task<IResult> AssignAsync(long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var person = (await context.Request.ReadFormAsync(cancellation)).Text("persona");
        return await ActAsync(key, "assegnata", context, (action, token) => person is null
            ? Task.FromResult<Outcome<TaskSummary>>(new Refusal(RefusalKind.Invalid, "NoAssignee", "Expected whom the task is given to."))
            : client.Inbox.AssignAsync(visit.Required, action, person, token), cancellation);
    }

    private static async Task<IResult> CompleteAsync(
        long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var state = InboxState.Of(context.Request.Query);
        var typed = form.Text(DataField) ?? "{}";
        if (form.IsResumed())
            return await ShowTypedAsync(key, typed, state, visit, client, cancellation);

        var outcome = await client.Inbox.CompleteAsync(visit.Required, new(form.RequestId(), key, form.ShownVersion()), typed, cancellation);
        if (outcome.Refusal is not { } refusal)
            return Show.See(WithDone(await AfterAsync(state, visit, client, cancellation), "completata"));

        if (refusal.Kind is not (RefusalKind.Invalid or RefusalKind.Conflict))
            return Show.Refusal(refusal);

        var opened = await InboxEndpoints.OpenAsync(client, visit, key, TaskView.Form, cancellation);
        if (refusal.Kind == RefusalKind.Conflict)
        {
            return Show.Page<ConflictPage>(
                new { Refusal = refusal, TaskKey = key, State = state, Typed = FormSummary.Of(opened.Value?.Detail.FormSchemaJson, typed), TypedJson = typed, MayResume = opened.Value?.Detail.Allowed.Complete == true },
                StatusCodes.Status409Conflict);
        }

        return opened.Value is { } task
            ? await InboxEndpoints.DrawAsync(client, visit, state, task with { TypedJson = typed, Refusal = refusal }, null, StatusCodes.Status400BadRequest, cancellation)
            : Show.Refusal(opened.Refusal!);
    }

    private static async Task<IResult> ResumeAsync(
        long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        return await ShowTypedAsync(key, form.Text(DataField) ?? "{}", InboxState.Of(context.Request.Query), visit, client, cancellation);
    }

    private static async Task<IResult> ShowTypedAsync(
        long key, string typed, InboxState state, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var opened = await InboxEndpoints.OpenAsync(client, visit, key, TaskView.Form, cancellation);
        return opened.Value is { } task
            ? await InboxEndpoints.DrawAsync(
                client, visit, state, task with { TypedJson = typed, Resumed = true }, null, StatusCodes.Status200OK, cancellation)
            : Show.Refusal(opened.Refusal!);
    }

    // Work goes on in the list: the task that followed, unless somebody else has taken or done it meanwhile.
    private static async Task<string> AfterAsync(InboxState state, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var list = state with { Next = null };
        if (state.Next is not { } next) return list.ListUrl;
        var opened = await client.Inbox.OpenAsync(visit.Required, next, cancellation);
        return opened.Value is { Summary.State: HumanTaskState.Open or HumanTaskState.Assigned, Allowed: { Claim: true } or { Complete: true } } ? list.TaskUrl(next) : list.ListUrl;
    }

    public static string WithDone(string url, string done) => url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "fatto=" + done;
}
