using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Http;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Crises: list with search, page.</summary>
internal static class CrisisEndpoints
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/crisi", ListAsync);
        endpoints.MapGet("/crisi/{key}", async (string key, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
        {
            var opened = await client.Crises.OpenAsync(visit.Required, key, cancellation);
            return opened.Match(crisis => Show.Page<CrisisPageView>(new { Crisis = crisis }), Show.Refusal);
        });
    }

    private static async Task<IResult> ListAsync(string? stato, string? cerca, int? pagina, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var page = Math.Max(1, pagina ?? 1);
        CrisisState? state = stato switch
        {
            "aperte" => CrisisState.Open,
            "ingestione" => CrisisState.InHand,
            "sospese" => CrisisState.Suspended,
            "chiuse" => CrisisState.Closed,
            _ => null,
        };
        var search = string.IsNullOrWhiteSpace(cerca) ? null : cerca.Trim();
        var found = await client.Crises.SearchAsync(visit.Required, new(state, search, (page - 1) * PageSize, PageSize), cancellation);
        return found.Match(
            list => Show.Page<CrisisListPage>(new { List = list, State = state, Search = search, Page = page, PageSize }),
            Show.Refusal);
    }
}
