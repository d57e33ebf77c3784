using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Text;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Writes on a task: claim, unclaim, complete, and bringing typed data back after a conflict.</summary>
internal static class TaskEndpoints
{
    private const string DataField = "dati";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/attivita/{key:long}/prendi", (long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            ActAsync(key, "presa", context, (action, token) => client.Inbox.ClaimAsync(visit.Required, action, token), cancellation));
        endpoints.MapPost("/attivita/{key:long}/lascia", (long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            ActAsync(key, "lasciata", context, (action, token) => client.Inbox.UnclaimAsync(visit.Required, action, token), cancellation));
        endpoints.MapPost("/attivita/{key:long}/completa", CompleteAsync);
        endpoints.MapPost("/attivita/{key:long}/riprendi", ResumeAsync);

        // An expired session sends the browser back to the address it had posted to: the task is shown again there.
        endpoints.MapGet("/attivita/{key:long}/{verb}", (long key) => Show.See($"/attivita/{key}"));
    }

    private static async Task<IResult> ActAsync(
        long key, string done, HttpContext context, Func<TaskAction, CancellationToken, Task<Outcome<TaskSummary>>> act, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var state = StateOf(context.Request.Query);
        var outcome = await act(new(form.RequestId(), key, form.ShownVersion()), cancellation);
        return outcome.Match(
            // A task that was just taken moves to the user's own list; the page follows it there.
            task => Show.See(WithDone((state with { Tab = null }).TaskUrl(task.TaskKey), done)),
            refusal => refusal.Kind == RefusalKind.Conflict
                ? Show.Page<ConflictPage>(new { Refusal = refusal, TaskKey = key, State = state }, StatusCodes.Status409Conflict)
                : Show.Refusal(refusal));
    }

    private static async Task<IResult> CompleteAsync(
        long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var state = StateOf(context.Request.Query);
        var typed = form.Text(DataField) ?? "{}";
        if (form.IsResumed())
            return await ShowTypedAsync(key, typed, state, visit, client, cancellation);

        var outcome = await client.Inbox.CompleteAsync(visit.Required, new(form.RequestId(), key, form.ShownVersion()), typed, cancellation);
        if (outcome.Refusal is not { } refusal)
            return Show.See(WithDone(state.ListUrl, "completata"));

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
        return await ShowTypedAsync(key, form.Text(DataField) ?? "{}", StateOf(context.Request.Query), visit, client, cancellation);
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

    private static InboxState StateOf(IQueryCollection query) =>
        InboxState.Of(query["scheda"], query["cerca"], int.TryParse(query["pagina"], out var page) ? page : null);

    private static string WithDone(string url, string done) => url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "fatto=" + done;
}
