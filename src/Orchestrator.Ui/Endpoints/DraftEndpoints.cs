using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Text;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Drafts: drawing, comparing, publishing.</summary>
internal static class DraftEndpoints
{
    /// <summary>Fields of a posted form that are files have their names behind this.</summary>
    private const string FilePrefix = "file:";

    private const string Draft = DefinitionEndpoints.Root + "/bozze/{key:guid}";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(DefinitionEndpoints.Root + "/{processId}/bozze", CreateAsync);
        endpoints.MapGet(Draft, OpenAsync);
        endpoints.MapPost(Draft + "/salva", SaveAsync);
        endpoints.MapPost(Draft + "/controlla", CheckAsync);
        endpoints.MapPost(Draft + "/scarta", DiscardAsync);
        endpoints.MapGet(Draft + "/confronto", async (Guid key, int? versione, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            (await client.Drafts.CompareAsync(visit.Required, key, versione, cancellation)).Match(comparison => DefinitionEndpoints.Compared(context, comparison), Show.Refusal));
        endpoints.MapGet(Draft + "/pubblica", async (Guid key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            await PlanAsync(key, context, visit, client, null, null, cancellation));
        endpoints.MapPost(Draft + "/pubblica", PublishAsync);
    }

    public static string UrlOf(Guid key) => $"{DefinitionEndpoints.Root}/bozze/{key}";

    /// <summary>The editors and their watermark, which their licence says must stay as it is, set places by style attributes; on no other page are they let through.</summary>
    public static void AllowEditors(HttpContext context) =>
        context.Response.Headers.ContentSecurityPolicy = $"{context.Response.Headers.ContentSecurityPolicy}; style-src-attr 'unsafe-inline'";

    private static async Task<IResult> CreateAsync(string processId, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var version = int.TryParse(form.Text("da"), out var number) ? number : (int?)null;
        var made = await client.Drafts.CreateAsync(visit.Required, form.RequestId(), processId, version, cancellation);
        return made.Match(draft => Show.See(UrlOf(draft.Key)), Show.Refusal);
    }

    private static async Task<IResult> OpenAsync(Guid key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        AllowEditors(context);
        return (await client.Drafts.OpenAsync(visit.Required, key, cancellation)).Match(view => Show.Page<DraftPage>(new { View = view }), Show.Refusal);
    }

    // The editor's script asks this: what becomes of it is data and no page.
    private static async Task<IResult> SaveAsync(Guid key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var saved = await client.Drafts.SaveAsync(visit.Required, key, new(form.RequestId(), (int)form.ShownVersion(), FilesOf(form)), cancellation);
        return saved.Match(
            one => Results.Json(new { one.Revision, At = Dates.Of(one.At), one.Faster, Copy = one.Copy is { } copy ? UrlOf(copy) : null }, statusCode: one.Copy is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict),
            RefusedAsJson);
    }

    private static async Task<IResult> CheckAsync(Guid key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        return (await client.Drafts.CheckAsync(visit.Required, key, FilesOf(form), cancellation)).Match(remarks => Results.Json(remarks), RefusedAsJson);
    }

    private static IResult RefusedAsJson(Refusal refusal) => Results.Json(new { refusal.Code, refusal.Message }, statusCode: Show.StatusOf(refusal.Kind));

    private static async Task<IResult> DiscardAsync(Guid key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        return (await client.Drafts.DiscardAsync(visit.Required, key, (int)form.ShownVersion(), cancellation)).Match(_ => Show.See(DefinitionEndpoints.Root), Show.Refusal);
    }

    private static async Task<IResult> PublishAsync(Guid key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var after = long.TryParse(form.Text("dopo"), out var number) ? number : 0;
        var order = new PublicationOrder((int)form.ShownVersion(), after, form.Text("motivo"), form.Text("tieni") is not null);
        if (form.IsResumed()) return await PlanAsync(key, context, visit, client, order, null, cancellation);
        var outcome = await client.Drafts.PublishAsync(visit.Required, key, order, cancellation);
        if (outcome.Value is { } published) return Show.See(published.Draft is { } next ? UrlOf(next) : $"{DefinitionEndpoints.Root}/{Uri.EscapeDataString(published.ProcessId)}?pubblicata={published.Version}");
        // What was typed stays, beside what stands now.
        return outcome.Refusal!.Kind is RefusalKind.NotAllowed or RefusalKind.NotFound ? Show.Refusal(outcome.Refusal) : await PlanAsync(key, context, visit, client, order, outcome.Refusal, cancellation);
    }

    private static async Task<IResult> PlanAsync(Guid key, HttpContext context, Visit visit, IOrchestratorClient client, PublicationOrder? typed, Refusal? refusal, CancellationToken cancellation)
    {
        AllowEditors(context);
        return (await client.Drafts.PlanAsync(visit.Required, key, cancellation)).Match(
            plan => Show.Page<PublishPage>(new { Plan = plan, Typed = typed, Refusal = refusal }, refusal is null ? StatusCodes.Status200OK : Show.StatusOf(refusal.Kind)),
            Show.Refusal);
    }

    private static IReadOnlyList<DefinitionFile> FilesOf(IFormCollection form) =>
        [.. form.Where(field => field.Key.StartsWith(FilePrefix, StringComparison.Ordinal)).Select(field => new DefinitionFile(field.Key[FilePrefix.Length..], field.Value.ToString().ReplaceLineEndings("\n")))];
}
