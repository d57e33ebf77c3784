using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Text;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>What people leave at their desk: drafts of forms and named filters.</summary>
internal static class DeskEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/attivita/{key:long}/bozza", SaveDraftAsync);
        endpoints.MapPost("/attivita/{key:long}/scarta", DiscardAsync);
        endpoints.MapPost("/attivita/{key:long}/commenta", CommentAsync);
        endpoints.MapPost("/attivita/filtri", SaveFilterAsync);
        endpoints.MapPost("/attivita/filtri/{id:guid}/elimina", DeleteFilterAsync);
        endpoints.MapGet("/attivita/filtri/{**rest}", () => Show.See("/attivita"));
    }

    // Asked by the script of the form, not by a person: the answer is the instant in words.
    private static async Task<IResult> SaveDraftAsync(long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var outcome = await client.Inbox.SaveDraftAsync(visit.Required, key, form["dati"].ToString(), cancellation);
        return outcome.Match(at => Results.Text(Dates.Of(at)), refusal => Results.StatusCode(Show.StatusOf(refusal.Kind)));
    }

    private static async Task<IResult> DiscardAsync(long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var outcome = await client.Inbox.DiscardDraftAsync(visit.Required, key, cancellation);
        return outcome.Match(_ => Show.See(TaskEndpoints.WithDone(InboxState.Of(context.Request.Query).TaskUrl(key), "scartata")), Show.Refusal);
    }

    private static async Task<IResult> CommentAsync(long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var state = InboxState.Of(context.Request.Query);
        var story = state.TaskUrl(key, TaskView.Story);
        var outcome = await client.Inbox.CommentAsync(visit.Required, form.RequestId(), key, form["commento"].ToString(), cancellation);
        return outcome.Match(
            _ => Show.See(TaskEndpoints.WithDone(story, "commentata")),
            refusal => Show.Page<RefusalPage>(new { Refusal = refusal, Back = story }, Show.StatusOf(refusal.Kind)));
    }

    private static async Task<IResult> SaveFilterAsync(HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var state = InboxState.Of(context.Request.Query);
        var outcome = await client.Inbox.SaveFilterAsync(visit.Required, form.RequestId(), new(form.Text("nome") ?? "", state.SavedQuery, form.Text("condividi")), cancellation);
        return Answer(outcome, state, "filtro");
    }

    private static async Task<IResult> DeleteFilterAsync(Guid id, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
        Answer(await client.Inbox.DeleteFilterAsync(visit.Required, id, cancellation), InboxState.Of(context.Request.Query), "filtro-eliminato");

    private static IResult Answer(Outcome<bool> outcome, InboxState state, string done) => outcome.Match(
        _ => Show.See(TaskEndpoints.WithDone(state.ListUrl, done)),
        refusal => Show.Page<RefusalPage>(new { Refusal = refusal, Back = state.ListUrl }, Show.StatusOf(refusal.Kind)));
}
