using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Deadlines: list, week, month; what will be missed; terms that have passed.</summary>
internal static class DeadlineEndpoints
{
    private const int EscalationsPage = 50;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(DeadlineState.Path, ShowAsync);
        endpoints.MapGet(ForecastState.Path, ForecastAsync);
        endpoints.MapGet("/scadenze/passate", EscalationsAsync);
        endpoints.MapGet("/scadenze/passate/{key:long}", async (long key, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
        {
            var told = await client.Deadlines.LadderAsync(visit.Required, key, cancellation);
            return told.Match(ladder => Show.Page<LadderPage>(new { Ladder = ladder }), Show.Refusal);
        });
    }

    private static async Task<IResult> ShowAsync([AsParameters] DeadlineState.Written address, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var state = DeadlineState.Of(address);
        if (state.Layout == DeadlineLayout.List)
        {
            var found = await client.Deadlines.ListAsync(visit.Required, state.ListQuery, cancellation);
            return found.Match(list => Show.Page<DeadlineListPage>(new { List = list, State = state }), Show.Refusal);
        }
        var calendar = await client.Deadlines.CalendarAsync(visit.Required, state.CalendarQuery(visit.Now), cancellation);
        return calendar.Match(days => Show.Page<DeadlineCalendarPage>(new { Calendar = days, State = state }), Show.Refusal);
    }

    private static async Task<IResult> ForecastAsync(int? giorni, string? di, int? pagina, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var state = ForecastState.Of(giorni, di, pagina);
        var foreseen = await client.Deadlines.ForecastAsync(visit.Required, state.Query, cancellation);
        return foreseen.Match(forecast => Show.Page<ForecastPage>(new { Forecast = forecast, State = state }), Show.Refusal);
    }

    private static async Task<IResult> EscalationsAsync(int? pagina, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var page = Math.Max(1, pagina ?? 1);
        var found = await client.Deadlines.EscalationsAsync(visit.Required, (page - 1) * EscalationsPage, EscalationsPage, cancellation);
        return found.Match(list => Show.Page<EscalationListPage>(new { List = list, Page = page, PageSize = EscalationsPage }), Show.Refusal);
    }
}
