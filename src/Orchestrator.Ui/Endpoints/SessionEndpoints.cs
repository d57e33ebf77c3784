using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Group sessions: list with search, page.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/incontri", ListAsync);
        endpoints.MapGet("/incontri/{key}", async (string key, string? nomi, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
        {
            var opened = await client.Sessions.OpenAsync(visit.Required, key, nomi is not null, cancellation);
            return opened.Match(session => Show.Page<SessionPageView>(new { Session = session }), Show.Refusal);
        });
    }

    private static async Task<IResult> ListAsync(
        string? cerca, string? centro, string? tipo, string? dal, string? al, int? pagina, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var state = SessionState.Of(cerca, centro, tipo, dal, al, pagina);
        var found = await client.Sessions.SearchAsync(visit.Required, state.Query, cancellation);
        return found.Match(list => Show.Page<SessionListPage>(new { List = list, State = state }), Show.Refusal);
    }
}
