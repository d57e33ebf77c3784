using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>What runs, where it stands and what keeps it.</summary>
internal static class OperationsEndpoints
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/funzionamento", async (Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            (await client.Operations.BoardAsync(visit.Required, cancellation)).Match(board => Show.Page<OperationsPage>(new { Board = board }), Show.Refusal));
        endpoints.MapGet("/funzionamento/{processId}", ShowAsync);
    }

    private static async Task<IResult> ShowAsync(
        string processId, int? versione, string? elemento, int? pagina, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var page = Math.Max(1, pagina ?? 1);
        var found = await client.Operations.ProcessAsync(visit.Required, new(processId, versione, string.IsNullOrEmpty(elemento) ? null : elemento, (page - 1) * PageSize, PageSize), cancellation);
        return found.Match(standing => Show.Page<ProcessStandingPage>(new { Standing = standing, Page = page, PageSize }), Show.Refusal);
    }
}
