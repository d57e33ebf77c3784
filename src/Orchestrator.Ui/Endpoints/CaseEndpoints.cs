using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Cases: list, page with replay, verification, correction of the signing date.</summary>
internal static class CaseEndpoints
{
    private const int PageSize = 50;
    private const string SigningDateVariable = "signingDate";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/pratiche", ListAsync);
        endpoints.MapGet("/pratiche/{key:long}", (long key, long? posizione, long? da, string? tutto, string? fatto, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            DrawAsync(client, visit, new(key, posizione, da, tutto is not null), null, fatto, StatusCodes.Status200OK, cancellation));
        endpoints.MapGet("/pratiche/{key:long}/verifica", VerifyAsync);
        endpoints.MapPost("/pratiche/{key:long}/correggi", CorrectAsync);
        endpoints.MapPost("/pratiche/{key:long}/apri", ChooseAsync);
        endpoints.MapGet("/pratiche/{key:long}/apri", (long key) => Show.See($"/pratiche/{key}"));
        endpoints.MapGet("/pratiche/{key:long}/correggi", (long key) => Show.See($"/pratiche/{key}"));
    }

    private static async Task<IResult> ListAsync(
        string? stato, string? cerca, int? pagina, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var page = Math.Max(1, pagina ?? 1);
        var state = StateOf(stato);
        var search = string.IsNullOrWhiteSpace(cerca) ? null : cerca.Trim();
        var found = await client.Cases.SearchAsync(visit.Required, new(state, search, (page - 1) * PageSize, PageSize), cancellation);
        return found.Match(
            list => Show.Page<CaseListPage>(new { List = list, State = state, Search = search, Page = page, PageSize }),
            Show.Refusal);
    }

    /// <summary>The state that an address names; null for all.</summary>
    public static CaseState? StateOf(string? state) => state switch
    {
        "incorso" => CaseState.Running,
        "concluse" => CaseState.Completed,
        "interrotte" => CaseState.Terminated,
        _ => null,
    };

    // A choice that came too late, or from somebody who may not, is answered on the same page, with what may be chosen now.
    private static async Task<IResult> ChooseAsync(long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var adHoc = long.TryParse(form.Text("scelta"), NumberStyles.None, CultureInfo.InvariantCulture, out var named) ? named : 0;
        var chosen = await client.Cases.ChooseAsync(visit.Required, new(form.RequestId(), key, adHoc, form.Text("attivita") ?? ""), cancellation);
        return chosen.Refusal is not { } refusal
            ? Show.See($"/pratiche/{key}?fatto=aperta")
            : await DrawAsync(client, visit, new(key, null, null, false), null, null, Show.StatusOf(refusal.Kind), cancellation, refusal);
    }

    private static async Task<IResult> DrawAsync(
        IOrchestratorClient client, Visit visit, CaseAddress address, CorrectionTyped? typed, string? done, int status, CancellationToken cancellation, Refusal? notChosen = null)
    {
        var opened = await client.Cases.OpenAsync(visit.Required, address.Key, cancellation);
        if (opened.Value is not { } file)
            return Show.Refusal(opened.Refusal!);

        var moment = await client.Cases.AtAsync(visit.Required, address.Key, address.Position, cancellation);
        if (moment.Refusal is { } refusal)
            return Show.Refusal(refusal);

        var from = address.From ?? Math.Max(1, file.LastPosition - CaseAddress.StoryEntries + 1);
        var story = await client.Cases.StoryAsync(visit.Required, address.Key, from, CaseAddress.StoryEntries, cancellation);
        return story.Match(
            entries => Show.Page<CasePageView>(
                new { File = file, Moment = moment.Value, Story = entries, From = from, Address = address, Typed = typed, Done = done, NotChosen = notChosen }, status),
            Show.Refusal);
    }

    private static async Task<IResult> VerifyAsync(long key, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var report = await client.Cases.VerifyAsync(visit.Required, key, cancellation);
        return report.Match(found => Show.Page<VerifyPage>(new { Report = found, CaseKey = key }), Show.Refusal);
    }

    private static async Task<IResult> CorrectAsync(
        long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var address = new CaseAddress(key, null, null, false);
        var typed = new CorrectionTyped(form.Text("data"), form.Text("motivo"), null);
        if (form.IsResumed())
            return await DrawAsync(client, visit, address, typed, null, StatusCodes.Status200OK, cancellation);

        List<FieldError> errors = [];
        if (!DateOnly.TryParseExact(typed.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            errors.Add(new("data", "date", "Expected a date."));
        if (typed.Reason is null)
            errors.Add(new("motivo", "required", "Expected a reason."));
        if (errors.Count > 0)
        {
            typed = typed with { Refusal = new(RefusalKind.Invalid, "CorrectionIncomplete", "Expected a date and a reason.") { Fields = errors } };
            return await DrawAsync(client, visit, address, typed, null, StatusCodes.Status400BadRequest, cancellation);
        }

        var variables = JsonSerializer.Serialize(new Dictionary<string, string> { [SigningDateVariable] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        var corrected = await client.Cases.CorrectAsync(visit.Required, new(form.RequestId(), key, form.ShownVersion(), variables, typed.Reason!), cancellation);
        return corrected.Refusal switch
        {
            null => Show.See($"/pratiche/{key}?fatto=corretta"),
            { Kind: RefusalKind.Invalid or RefusalKind.Conflict } refusal =>
                await DrawAsync(client, visit, address, typed with { Refusal = refusal }, null, Show.StatusOf(refusal.Kind), cancellation),
            { } refusal => Show.Refusal(refusal),
        };
    }
}
