using System.Globalization;
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
        endpoints.MapGet("/funzionamento", async (int? rimessi, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            (await client.Operations.BoardAsync(visit.Required, cancellation)).Match(board => Show.Page<OperationsPage>(new { Board = board, GivenBack = rimessi, MayRetry = visit.Required.Has(Roles.Supervisor) }), Show.Refusal));
        endpoints.MapPost("/funzionamento/rimetti", async (HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            (await client.Operations.GiveBackAsync(visit.Required, (await context.Request.ReadFormAsync(cancellation)).Text("coda") ?? "", cancellation))
                .Match(count => Show.See(string.Create(CultureInfo.InvariantCulture, $"/funzionamento?rimessi={count}#code")), Show.Refusal));
        endpoints.MapGet("/funzionamento/rimetti", () => Show.See("/funzionamento"));
        endpoints.MapPost("/funzionamento/riprova", FreezeAsync);
        endpoints.MapGet("/funzionamento/riprova", () => Show.See("/funzionamento"));
        endpoints.MapGet("/funzionamento/elenchi/{id:guid}", ListAsync);
        endpoints.MapPost("/funzionamento/elenchi/{id:guid}/esegui", async (Guid id, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            (await client.Incidents.RetryAllAsync(visit.Required, id, (await context.Request.ReadFormAsync(cancellation)).Text("hash") ?? "", cancellation)).Match(_ => Show.See(ListUrl(id)), Show.Refusal));
        endpoints.MapGet("/funzionamento/elenchi/{id:guid}/esegui", (Guid id) => Show.See(ListUrl(id)));
        endpoints.MapPost("/funzionamento/elenchi/{id:guid}/ferma", async (Guid id, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            (await client.Incidents.StopAsync(visit.Required, id, cancellation)).Match(_ => Show.See(ListUrl(id)), Show.Refusal));
        endpoints.MapGet("/funzionamento/elenchi/{id:guid}/ferma", (Guid id) => Show.See(ListUrl(id)));
        endpoints.MapGet("/funzionamento/{processId}", ShowAsync);
    }

    private static async Task<IResult> ShowAsync(
        string processId, int? versione, string? elemento, int? pagina, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var page = Math.Max(1, pagina ?? 1);
        var found = await client.Operations.ProcessAsync(visit.Required, new(processId, versione, string.IsNullOrEmpty(elemento) ? null : elemento, (page - 1) * PageSize, PageSize), cancellation);
        return found.Match(standing => Show.Page<ProcessStandingPage>(new { Standing = standing, Page = page, PageSize }), Show.Refusal);
    }

    // The failure is posted, not linked: its message may hold what a case was about.
    private static async Task<IResult> FreezeAsync(HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var failure = new FailureKey(form.Text("processo") ?? "", form.Text("elemento") ?? "", form.Text("codice") ?? "", form.Text("messaggio") ?? "");
        return (await client.Incidents.FreezeAsync(visit.Required, failure, cancellation)).Match(id => Show.See(ListUrl(id)), Show.Refusal);
    }

    private static async Task<IResult> ListAsync(Guid id, string? esito, int? pagina, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var page = Math.Max(1, pagina ?? 1);
        RetryOutcome? outcome = RetryListPage.Outcomes.FirstOrDefault(one => one.Word == esito) is { Word: not null } found ? found.Outcome : null;
        return (await client.Incidents.RetryListAsync(visit.Required, new(id, outcome, (page - 1) * PageSize, PageSize), cancellation))
            .Match(list => Show.Page<RetryListPage>(new { List = list, Outcome = outcome, Page = page, PageSize }), Show.Refusal);
    }

    private static string ListUrl(Guid id) => $"/funzionamento/elenchi/{id}";
}
