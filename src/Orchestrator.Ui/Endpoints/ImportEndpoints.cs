using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>The report of a list of workers, row by row, and its decision.</summary>
internal static class ImportEndpoints
{
    private const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/elenchi/{id:guid}", (Guid id, string? righe, int? pagina, string? fatto, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            DrawAsync(client, visit, id, righe == "tutte", Math.Max(1, pagina ?? 1), fatto, null, StatusCodes.Status200OK, cancellation));
        endpoints.MapPost("/elenchi/{id:guid}/decisione", DecideAsync);
        endpoints.MapGet("/elenchi/{id:guid}/decisione", (Guid id) => Show.See($"/elenchi/{id}"));
    }

    private static async Task<IResult> DrawAsync(
        IOrchestratorClient client, Visit visit, Guid id, bool all, int page, string? done, DecisionTyped? typed, int status, CancellationToken cancellation)
    {
        var report = await client.Agreements.ReportAsync(visit.Required, id, new(!all, (page - 1) * PageSize, PageSize), cancellation);
        return report.Match(
            found => Show.Page<ImportPage>(new { Report = found, All = all, Page = page, PageSize, Done = done, Typed = typed }, status),
            Show.Refusal);
    }

    private static async Task<IResult> DecideAsync(
        Guid id, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var typed = new DecisionTyped(form.Text("motivo"), null);
        if (form.IsResumed())
            return await DrawAsync(client, visit, id, false, 1, null, typed, StatusCodes.Status200OK, cancellation);

        var decision = new ImportDecision(form.RequestId(), id, form.ShownVersion(), form.Text("decisione") == "accogli", typed.Reason);
        var outcome = await client.Agreements.DecideAsync(visit.Required, decision, cancellation);
        return outcome.Refusal switch
        {
            null => Show.See($"/elenchi/{id}?fatto=deciso"),
            { Kind: RefusalKind.Invalid } refusal =>
                await DrawAsync(client, visit, id, false, 1, null, typed with { Refusal = refusal }, StatusCodes.Status400BadRequest, cancellation),
            { Kind: RefusalKind.Conflict } refusal => Show.Page<RefusalPage>(new { Refusal = refusal, Back = $"/elenchi/{id}" }, StatusCodes.Status409Conflict),
            { } refusal => Show.Refusal(refusal),
        };
    }
}
