using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>The engine's timers.</summary>
internal static class TimerEndpoints
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/temporizzatori", ShowAsync);

    private static async Task<IResult> ShowAsync(int? pagina, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var page = Math.Max(1, pagina ?? 1);
        var found = await client.Timers.BoardAsync(visit.Required, (page - 1) * PageSize, PageSize, cancellation);
        return found.Match(board => Show.Page<TimerBoardPage>(new { Board = board, Page = page, PageSize }), Show.Refusal);
    }
}
