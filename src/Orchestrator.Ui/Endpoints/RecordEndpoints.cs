using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>What an auditor takes away: histories as files, a page to print, the list of who read a case.</summary>
internal static class RecordEndpoints
{
    private const int PageSize = 50;
    private const int StoryPage = 1_000;
    // More is not read on paper; the files have everything.
    private const int PrintedMax = 5_000;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/pratiche/esporta", ExportListAsync);
        endpoints.MapGet("/pratiche/{key:long}/esporta", ExportAsync);
        endpoints.MapGet("/pratiche/{key:long}/stampa", PrintAsync);
        endpoints.MapGet("/pratiche/{key:long}/letture", ReadingsAsync);
    }

    private static async Task<IResult> ExportAsync(long key, string? formato, string? pseudonimi, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
        FormOf(formato, pseudonimi) is { } form
            ? (await client.Records.ExportAsync(visit.Required, key, form, cancellation)).Match(File, Show.Refusal)
            : Show.Refusal(UnknownFormat(formato));

    private static async Task<IResult> ExportListAsync(
        string? stato, string? cerca, string? formato, string? pseudonimi, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        if (FormOf(formato, pseudonimi) is not { } form) return Show.Refusal(UnknownFormat(formato));
        var query = new CaseQuery(CaseEndpoints.StateOf(stato), string.IsNullOrWhiteSpace(cerca) ? null : cerca.Trim(), 0, ExportForm.CasesMax);
        return (await client.Records.ExportAsync(visit.Required, query, form, cancellation)).Match(File, Show.Refusal);
    }

    private static async Task<IResult> PrintAsync(long key, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var opened = await client.Cases.OpenAsync(visit.Required, key, cancellation);
        if (opened.Value is not { } file) return Show.Refusal(opened.Refusal!);
        var told = new List<StoryEntry>();
        for (long from = 1; from <= file.LastPosition && told.Count < PrintedMax;)
        {
            var page = await client.Cases.StoryAsync(visit.Required, key, from, StoryPage, cancellation);
            if (page.Value is not { Count: > 0 } entries) break;
            told.AddRange(entries);
            from = entries[^1].Position + 1;
        }
        var proof = await client.Cases.VerifyAsync(visit.Required, key, cancellation);
        return proof.Match(report => Show.Page<CasePrintPage>(new { File = file, Story = told, Report = report, PrintedAt = visit.Now }), Show.Refusal);
    }

    private static async Task<IResult> ReadingsAsync(long key, int? pagina, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var page = Math.Max(1, pagina ?? 1);
        var found = await client.Records.ReadingsAsync(visit.Required, key, (page - 1) * PageSize, PageSize, cancellation);
        return found.Match(list => Show.Page<ReadingsPage>(new { List = list, Page = page, PageSize }), Show.Refusal);
    }

    private static IResult File(ExportedFile file) => Results.File(file.Content, file.ContentType, file.Name);

    private static ExportForm? FormOf(string? format, string? pseudonyms) => format switch
    {
        "csv" => new(ExportFormat.Csv, pseudonyms is not null),
        "xes" => new(ExportFormat.Xes, pseudonyms is not null),
        _ => null,
    };

    private static Refusal UnknownFormat(string? format) => new(RefusalKind.Invalid, "UnknownFormat", $"Expected csv or xes, but found '{format}'.");
}
