using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Workers: search and page. What is looked for is posted and then named by an id that says nothing; a worker is named by the opaque id of the case.</summary>
internal static class WorkerEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/lavoratori", DrawAsync);
        endpoints.MapPost("/lavoratori", SearchAsync);
        endpoints.MapGet("/lavoratori/{key}", async (string key, Guid? ricerca, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
        {
            var opened = await client.Workers.OpenAsync(visit.Required, key, cancellation);
            return opened.Match(worker => Show.Page<WorkerPageView>(new { Worker = worker, Search = ricerca }), Show.Refusal);
        });
        endpoints.MapGet("/lavoratori/{key}/percorso", async (string key, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
        {
            var found = await client.Workers.WhyPathwayAsync(visit.Required, key, cancellation);
            return found.Match(place => Show.See(string.Create(CultureInfo.InvariantCulture, $"/pratiche/{place.InstanceKey}?posizione={place.Position}#perche")), Show.Refusal);
        });
    }

    // Nobody is listed before somebody asks: who opens the page by mistake has read nothing.
    private static async Task<IResult> DrawAsync(
        Guid? ricerca, string? crisi, int? pagina, Visit visit, IOrchestratorClient client, RecentSearches searches, CancellationToken cancellation)
    {
        var offered = await client.Workers.OfferAsync(visit.Required, cancellation);
        if (offered.Value is not { } offer)
            return Show.Refusal(offered.Refusal!);

        var query = ricerca is { } id ? searches.Find(visit.Required, id) : null;
        if (query is null)
        {
            var empty = new WorkerQuery(0, WorkerListPage.PageSize) { Crisis = TextOf(crisi) };
            return Show.Page<WorkerListPage>(new { Offer = offer, Query = empty, Forgotten = ricerca is not null });
        }

        var page = Math.Max(1, pagina ?? 1);
        var found = await client.Workers.SearchAsync(visit.Required, query with { Offset = (page - 1) * WorkerListPage.PageSize, Limit = WorkerListPage.PageSize }, cancellation);
        return found.Match(
            list => Show.Page<WorkerListPage>(new { Offer = offer, Query = query, List = list, Search = ricerca, Page = page }),
            Show.Refusal);
    }

    private static async Task<IResult> SearchAsync(HttpContext context, Visit visit, IOrchestratorClient client, RecentSearches searches, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var offered = await client.Workers.OfferAsync(visit.Required, cancellation);
        if (offered.Refusal is { } refusal)
            return Show.Refusal(refusal);

        var query = new WorkerQuery(0, WorkerListPage.PageSize)
        {
            Search = form.Text("cerca"), Crisis = form.Text("crisi"), Centre = form.Text("centro"), Pathway = form.Text("percorso"), State = form.Text("stato"),
        };
        return Show.See(string.Create(CultureInfo.InvariantCulture, $"/lavoratori?ricerca={searches.Keep(visit.Required, query):D}"));
    }

    private static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
