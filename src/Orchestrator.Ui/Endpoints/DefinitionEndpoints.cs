using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>What is deployed: processes, versions, what differs between two of them, and a version as files.</summary>
internal static class DefinitionEndpoints
{
    public const string Root = "/definizioni";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Root, async (Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            (await client.Definitions.ListAsync(visit.Required, cancellation)).Match(overview => Show.Page<DefinitionListPage>(new { Overview = overview }), Show.Refusal));
        endpoints.MapGet(Root + "/{processId}", async (string processId, int? pubblicata, string? fatto, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            (await client.Definitions.OpenAsync(visit.Required, processId, cancellation)).Match(history => Show.Page<DefinitionPageView>(new { History = history, Published = pubblicata, Settled = fatto }), Show.Refusal));
        endpoints.MapPost(Root + "/{processId}/ritiro", RetireAsync);
        endpoints.MapPost(Root + "/{processId}/ripresa", TakeBackAsync);
        endpoints.MapGet(Root + "/{processId}/versioni/{version:int}", async (string processId, int version, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            (await client.Definitions.VersionAsync(visit.Required, processId, version, cancellation)).Match(view => Show.Page<DefinitionVersionPage>(new { View = view }), Show.Refusal));
        endpoints.MapGet(Root + "/{processId}/versioni/{version:int}/file", async (string processId, int version, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            (await client.Definitions.FolderAsync(visit.Required, processId, version, cancellation)).Match(folder => ZipOf(folder, $"{processId}-v{version}.zip"), Show.Refusal));
        endpoints.MapGet(Root + "/{processId}/confronto", async (string processId, int? da, int? a, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            (await client.Definitions.CompareAsync(visit.Required, processId, da ?? 0, a ?? 0, cancellation)).Match(comparison => Compared(context, comparison), Show.Refusal));
    }

    private static async Task<IResult> RetireAsync(string processId, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var typed = RetirementTyped.Of(form);
        if (form.IsResumed()) return await AgainAsync(processId, visit, client, typed, null, cancellation);
        var outcome = await client.Definitions.RetireAsync(visit.Required, processId, typed.Version, typed.Reason, cancellation);
        return await AfterAsync(processId, outcome, "retired", visit, client, typed, cancellation);
    }

    private static async Task<IResult> TakeBackAsync(string processId, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (form.IsResumed()) return Show.See(UrlOf(processId));
        var outcome = await client.Definitions.TakeBackAsync(visit.Required, processId, RetirementTyped.Of(form).Version, cancellation);
        return await AfterAsync(processId, outcome, "takenBack", visit, client, null, cancellation);
    }

    // What was typed stays, beside what is wrong with it.
    private static async Task<IResult> AfterAsync(
        string processId, Outcome<DefinitionVersion> outcome, string done, Visit visit, IOrchestratorClient client, RetirementTyped? typed, CancellationToken cancellation)
    {
        if (outcome.Refusal is not { } refusal) return Show.See($"{UrlOf(processId)}?fatto={done}");
        return refusal.Kind is RefusalKind.NotAllowed or RefusalKind.NotFound ? Show.Refusal(refusal) : await AgainAsync(processId, visit, client, typed, RetirementTyped.Named(refusal), cancellation);
    }

    private static async Task<IResult> AgainAsync(string processId, Visit visit, IOrchestratorClient client, RetirementTyped? typed, Refusal? refusal, CancellationToken cancellation) =>
        (await client.Definitions.OpenAsync(visit.Required, processId, cancellation)).Match(
            history => Show.Page<DefinitionPageView>(new { History = history, Typed = typed, Refusal = refusal }, refusal is null ? StatusCodes.Status200OK : Show.StatusOf(refusal.Kind)), Show.Refusal);

    private static string UrlOf(string processId) => $"{Root}/{Uri.EscapeDataString(processId)}";

    /// <summary>The page of a comparison. The drawings set places by style attributes, as on every page of the editors.</summary>
    public static IResult Compared(HttpContext context, DefinitionComparison comparison)
    {
        DraftEndpoints.AllowEditors(context);
        return Show.Page<ComparisonPage>(new { Comparison = comparison });
    }

    /// <summary>The folder as a file for the computer: it lies in its own folder in it, so that it can be unpacked over <c>workflows/</c>.</summary>
    public static IResult ZipOf(DefinitionFolder folder, string name)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var file in folder.Files)
            {
                using var entry = zip.CreateEntry($"{folder.Name}/{file.Name}", CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(file.Content));
            }
        }
        return Results.File(stream.ToArray(), "application/zip", name);
    }
}
