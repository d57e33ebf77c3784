using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Files of a draft: added, renamed, removed, brought and taken as a ZIP; and drafts of processes that do not exist yet.</summary>
internal static class DraftFileEndpoints
{
    private const string New = DefinitionEndpoints.Root + "/nuova";
    private const string Draft = DefinitionEndpoints.Root + "/bozze/{key:guid}";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(New, (Visit visit) => visit.Required.Has(Roles.Designer, Roles.Admin)
            ? Show.Page<NewDefinitionPage>(new { Typed = NewDefinitionTyped.Empty })
            : Show.Refusal(new(RefusalKind.NotAllowed, "DesignersOnly", "Expected a designer or an administrator.")));
        endpoints.MapPost(New, CreateAsync);
        endpoints.MapGet(Draft + "/zip", async (Guid key, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            (await client.Drafts.ExportAsync(visit.Required, key, cancellation)).Match(folder => DefinitionEndpoints.ZipOf(folder, $"{folder.Name}-bozza.zip"), Show.Refusal));
        endpoints.MapPost(Draft + "/file/aggiungi", (Guid key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) => ChangeAsync(key, context, visit, client, (form, revision) =>
            client.Drafts.AddFileAsync(visit.Required, key, revision, form.Text("tipo") ?? "", form.Text("nome") ?? "", cancellation), cancellation));
        endpoints.MapPost(Draft + "/file/rinomina", (Guid key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) => ChangeAsync(key, context, visit, client, (form, revision) =>
            client.Drafts.RenameFileAsync(visit.Required, key, revision, form.Text("file") ?? "", form.Text("nuovo") ?? "", cancellation), cancellation));
        endpoints.MapPost(Draft + "/file/togli", (Guid key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) => ChangeAsync(key, context, visit, client, (form, revision) =>
            client.Drafts.RemoveFileAsync(visit.Required, key, revision, form.Text("via") ?? "", cancellation), cancellation));
        endpoints.MapPost(Draft + "/file/zip", (Guid key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation) => ChangeAsync(key, context, visit, client, async (form, revision) =>
            await client.Drafts.ReplaceFilesAsync(visit.Required, key, revision, await ZipAsync(form, cancellation) ?? ReadOnlyMemory<byte>.Empty, cancellation), cancellation));
    }

    private static async Task<IResult> CreateAsync(HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var typed = NewDefinitionTyped.Of(form);
        if (form.IsResumed()) return Show.Page<NewDefinitionPage>(new { Typed = typed });
        var made = await client.Drafts.CreateNewAsync(visit.Required, form.RequestId(), new(typed.ProcessId, typed.Name, await ZipAsync(form, cancellation)), cancellation);
        if (made.Value is { } draft) return Show.See(DraftEndpoints.UrlOf(draft.Key));
        var refusal = made.Refusal!;
        return refusal.Kind == RefusalKind.Invalid ? Show.Page<NewDefinitionPage>(new { Typed = typed, Refusal = NewDefinitionTyped.Named(refusal) }, StatusCodes.Status400BadRequest) : Show.Refusal(refusal);
    }

    private static async Task<IResult> ChangeAsync(
        Guid key, HttpContext context, Visit visit, IOrchestratorClient client, Func<IFormCollection, int, Task<Outcome<string>>> change, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        // What was typed outside this session is little; the draft is shown as it stands.
        if (form.IsResumed()) return Show.See(DraftEndpoints.UrlOf(key));
        var outcome = await change(form, (int)form.ShownVersion());
        if (outcome.Refusal is not { } refusal) return Show.See($"{DraftEndpoints.UrlOf(key)}?file={Uri.EscapeDataString(outcome.Value!)}");
        if (refusal.Kind is RefusalKind.NotAllowed or RefusalKind.NotFound) return Show.Refusal(refusal);
        DraftEndpoints.AllowEditors(context);
        var typed = DraftFilesTyped.Of(form);
        return (await client.Drafts.OpenAsync(visit.Required, key, cancellation)).Match(
            view => Show.Page<DraftPage>(new { View = view, Typed = typed, Refusal = typed.Named(refusal) }, Show.StatusOf(refusal.Kind)), Show.Refusal);
    }

    // Null when no file was chosen.
    private static async Task<ReadOnlyMemory<byte>?> ZipAsync(IFormCollection form, CancellationToken cancellation)
    {
        if (form.Files["zip"] is not { Length: > 0 } file) return null;
        using var content = new MemoryStream(checked((int)file.Length));
        await file.CopyToAsync(content, cancellation);
        return content.ToArray();
    }
}
