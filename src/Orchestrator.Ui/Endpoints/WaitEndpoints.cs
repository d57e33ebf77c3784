using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Who waits for a group session, and the group that is made of those who were ticked.</summary>
internal static class WaitEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(WaitState.Path, (string? centro, string? tipo, string? crisi, string? nomi, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            DrawAsync(client, visit, WaitState.Of(centro, tipo, crisi, nomi), GroupTyped.Empty, null, StatusCodes.Status200OK, cancellation));
        endpoints.MapPost(WaitState.Path, MakeAsync);
    }

    private static async Task<IResult> DrawAsync(
        IOrchestratorClient client, Visit visit, WaitState state, GroupTyped typed, Refusal? refusal, int status, CancellationToken cancellation)
    {
        var found = await client.Waits.ListAsync(visit.Required, state.Query, cancellation);
        return found.Match(page => Show.Page<WaitPageView>(new { List = page, State = state, Typed = typed, Refusal = refusal }, status), Show.Refusal);
    }

    private static async Task<IResult> MakeAsync(
        string? centro, string? tipo, string? crisi, string? nomi, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var (state, typed) = (WaitState.Of(centro, tipo, crisi, nomi), GroupTyped.Of(form));
        var made = await client.Waits.MakeAsync(visit.Required, form.RequestId(), typed.For(state), cancellation);
        return made.Refusal switch
        {
            null => Show.Page<GroupReportPage>(new { Report = made.Value!, State = state }),
            { Kind: RefusalKind.Invalid } refusal => await DrawAsync(client, visit, state, typed, refusal, StatusCodes.Status400BadRequest, cancellation),
            var refusal => Show.Refusal(refusal),
        };
    }
}
