using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Letting running processes go on under another version: choose, rehearse, carry out the list that was shown.</summary>
internal static class MigrationEndpoints
{
    private const string MappingPrefix = "m:";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/definizioni/{processId}/migrazione", (
            string processId, int? da, int? a, Guid? lista, string? righe, int? pagina, string? fatto, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            DrawAsync(client, visit, new(processId, da, a, lista, MigrationState.Groups.Contains(righe) ? righe : null, Math.Max(1, pagina ?? 1)), null, fatto, null, cancellation));
        endpoints.MapPost("/definizioni/{processId}/migrazione/prova", RehearseAsync);
        endpoints.MapPost("/definizioni/{processId}/migrazione/esegui", ExecuteAsync);
        endpoints.MapPost("/definizioni/{processId}/migrazione/ferma", StopAsync);
        foreach (var verb in (string[])["prova", "esegui", "ferma"])
            endpoints.MapGet($"/definizioni/{{processId}}/migrazione/{verb}", (string processId) => Show.See(MigrationState.UrlOf(processId, null, null, null, null, 1)));
    }

    private static async Task<IResult> DrawAsync(
        IOrchestratorClient client, Visit visit, MigrationState state, IReadOnlyList<MigrationPair>? typed, string? done, Refusal? refusal, CancellationToken cancellation)
    {
        var choice = await client.Migrations.ChooseAsync(visit.Required, state.ProcessId, state.From, state.To, cancellation);
        if (choice.Refusal is { } refused) return Show.Refusal(refused);
        MigrationReport? report = null;
        if (state.List is { } list)
        {
            var read = await client.Migrations.ReadAsync(visit.Required, list, state.Wanted, cancellation);
            if (read.Refusal is { } unread) return Show.Refusal(unread);
            report = read.Value;
        }
        return Show.Page<MigrationPage>(
            new { Choice = choice.Value, State = state, Report = report, Typed = typed, Done = done, Refusal = refusal }, refusal is null ? StatusCodes.Status200OK : Show.StatusOf(refusal.Kind));
    }

    private static async Task<IResult> RehearseAsync(string processId, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var state = new MigrationState(processId, Number(form, "da"), Number(form, "a"), null, null, 1);
        List<MigrationPair> mapping =
        [
            .. form.Keys.Where(key => key.StartsWith(MappingPrefix, StringComparison.Ordinal))
                .Select(key => (Source: key[MappingPrefix.Length..], Target: form.Text(key))).Where(pair => pair.Target is not null).Select(pair => new MigrationPair(pair.Source, pair.Target!)),
        ];
        if (form.IsResumed() || state.From is not { } from || state.To is not { } to) return await DrawAsync(client, visit, state, mapping, null, null, cancellation);
        var rehearsed = await client.Migrations.RehearseAsync(visit.Required, new(form.RequestId(), processId, from, to, mapping), cancellation);
        if (rehearsed.Value is { } list) return Show.See(MigrationState.ListUrl(list) + "#elenco");
        return rehearsed.Refusal is { Kind: RefusalKind.Invalid or RefusalKind.Conflict } refusal
            ? await DrawAsync(client, visit, state, mapping, null, refusal, cancellation)
            : Show.Refusal(rehearsed.Refusal!);
    }

    private static async Task<IResult> ExecuteAsync(string processId, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (List(form) is not { } list || form.IsResumed()) return Show.See(MigrationState.UrlOf(processId, null, null, List(form), null, 1));
        return await AfterAsync(client, visit, await client.Migrations.ExecuteAsync(visit.Required, list, form.Text("impronta") ?? "", cancellation), "avviata", processId, list, cancellation);
    }

    private static async Task<IResult> StopAsync(string processId, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (List(form) is not { } list || form.IsResumed()) return Show.See(MigrationState.UrlOf(processId, null, null, List(form), null, 1));
        return await AfterAsync(client, visit, await client.Migrations.StopAsync(visit.Required, list, cancellation), "fermata", processId, list, cancellation);
    }

    // A list that was carried out already, or is another than the one shown, is shown as it stands with what is wrong.
    private static async Task<IResult> AfterAsync(
        IOrchestratorClient client, Visit visit, Outcome<MigrationReport> outcome, string done, string processId, Guid list, CancellationToken cancellation)
    {
        if (outcome.Value is { } report) return Show.See($"{MigrationState.ListUrl(report)}&fatto={done}#elenco");
        if (outcome.Refusal is not { Kind: RefusalKind.Conflict } refusal) return Show.Refusal(outcome.Refusal!);
        return await DrawAsync(client, visit, new(processId, null, null, list, null, 1), null, null, refusal, cancellation);
    }

    private static int? Number(IFormCollection form, string name) => int.TryParse(form.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Guid? List(IFormCollection form) => Guid.TryParse(form.Text("lista"), out var list) ? list : null;
}
