using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>The grid of a wide table: shown with names, posted with case ids.</summary>
internal static class AttendanceEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/attivita/{key:long}/presenze", (long key, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            DrawAsync(client, visit, key, null, null, StatusCodes.Status200OK, cancellation));
        endpoints.MapPost("/attivita/{key:long}/presenze", RecordAsync);
        endpoints.MapPost("/attivita/{key:long}/presenze/scarta", async (long key, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            (await client.Inbox.DiscardDraftAsync(visit.Required, key, cancellation)).Match(_ => Show.See($"/attivita/{key}/presenze"), Show.Refusal));
    }

    private static async Task<IResult> DrawAsync(
        IOrchestratorClient client, Visit visit, long key, IReadOnlyList<GridEntry>? typed, Refusal? refusal, int status, CancellationToken cancellation)
    {
        var opened = await client.Attendance.OpenAsync(visit.Required, key, cancellation);
        return opened.Match(
            sheet => Show.Page<GridPage>(new { Sheet = sheet, Typed = typed, Refusal = refusal }, status),
            Show.Refusal);
    }

    private static async Task<IResult> RecordAsync(
        long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (RowsOf(form["righe"].ToString()) is not { } rows)
            return Show.Refusal(new(RefusalKind.Invalid, "RowsUnreadable", "Expected the rows as JSON."));
        if (form.IsResumed())
            return await DrawAsync(client, visit, key, rows, null, StatusCodes.Status200OK, cancellation);

        var outcome = await client.Attendance.RecordAsync(visit.Required, new(form.RequestId(), key, form.ShownVersion()), rows, cancellation);
        return outcome.Refusal switch
        {
            null => Show.See("/attivita?fatto=completata"),
            // Whoever was faster, the table is shown again with what was typed, so that hundreds of rows are never typed twice.
            { Kind: RefusalKind.Invalid or RefusalKind.Conflict } refusal =>
                await DrawAsync(client, visit, key, rows, refusal, Show.StatusOf(refusal.Kind), cancellation),
            { } refusal => Show.Refusal(refusal),
        };
    }

    private static List<GridEntry>? RowsOf(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<List<PostedRow?>>(json, Json) is { } rows && rows.TrueForAll(row => row is { Case: not null })
                ? [.. rows.Select(row => new GridEntry(row!.Case!, row.Values ?? []))]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record PostedRow(string? Case, Dictionary<string, string>? Values);
}
