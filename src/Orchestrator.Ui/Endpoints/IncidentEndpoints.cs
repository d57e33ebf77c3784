using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Incidents: list, page, retry with or without changed variables.</summary>
internal static class IncidentEndpoints
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/incidenti", ListAsync);
        endpoints.MapGet("/incidenti/{key:long}", (long key, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            DrawAsync(client, visit, key, null, StatusCodes.Status200OK, cancellation));
        endpoints.MapPost("/incidenti/{key:long}/riprova", RetryAsync);
        endpoints.MapGet("/incidenti/{key:long}/riprova", (long key) => Show.See($"/incidenti/{key}"));
    }

    private static async Task<IResult> ListAsync(
        string? cerca, int? pagina, string? fatto, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var page = Math.Max(1, pagina ?? 1);
        var search = string.IsNullOrWhiteSpace(cerca) ? null : cerca.Trim();
        var found = await client.Incidents.ListAsync(visit.Required, new(search, (page - 1) * PageSize, PageSize), cancellation);
        return found.Match(
            list => Show.Page<IncidentListPage>(new { List = list, Search = search, Page = page, PageSize, Done = fatto }),
            Show.Refusal);
    }

    private static async Task<IResult> DrawAsync(
        IOrchestratorClient client, Visit visit, long key, RetryTyped? typed, int status, CancellationToken cancellation)
    {
        var opened = await client.Incidents.OpenAsync(visit.Required, key, cancellation);
        return opened.Match(
            detail => Show.Page<IncidentPageView>(new { Detail = detail, Typed = typed }, status),
            Show.Refusal);
    }

    private static async Task<IResult> RetryAsync(
        long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var typed = new RetryTyped(form.Text("variabili"), form.Text("motivo"), null);
        if (form.IsResumed())
            return await DrawAsync(client, visit, key, typed, StatusCodes.Status200OK, cancellation);

        if (WhyNot(typed) is { } wrong)
            return await DrawAsync(client, visit, key, typed with { Refusal = wrong }, StatusCodes.Status400BadRequest, cancellation);

        var action = new IncidentAction(form.RequestId(), key, form.ShownVersion(), typed.VariablesJson, typed.Reason);
        var outcome = await client.Incidents.RetryAsync(visit.Required, action, cancellation);
        return outcome.Refusal switch
        {
            null => Show.See("/incidenti?fatto=riprovato"),
            { Kind: RefusalKind.Invalid } refusal => await DrawAsync(client, visit, key, typed with { Refusal = refusal }, Show.StatusOf(refusal.Kind), cancellation),
            { Kind: RefusalKind.Conflict } refusal => Show.Page<RefusalPage>(
                new { Refusal = refusal, Back = string.Create(CultureInfo.InvariantCulture, $"/incidenti/{key}") }, StatusCodes.Status409Conflict),
            { } refusal => Show.Refusal(refusal),
        };
    }

    // Said here as well as by the engine, because a slip in a text box should come back with its place at once.
    private static Refusal? WhyNot(RetryTyped typed)
    {
        if (typed.VariablesJson is not { } json)
            return null;

        List<FieldError> errors = [];
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                errors.Add(new("variabili", "jsonObject", "Expected a JSON object."));
        }
        catch (JsonException broken)
        {
            errors.Add(new("variabili", "json", broken.Message) { Limit = ((broken.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture) });
        }

        if (typed.Reason is null)
            errors.Add(new("motivo", "required", "Expected a reason."));
        return errors.Count == 0 ? null : new(RefusalKind.Invalid, "RetryIncomplete", "Expected a JSON object and a reason.") { Fields = errors };
    }
}
