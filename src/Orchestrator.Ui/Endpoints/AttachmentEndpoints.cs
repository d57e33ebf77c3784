using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Files of a task: brought, saved by a reader, taken away. No address holds a name.</summary>
internal static class AttachmentEndpoints
{
    private const string FileField = "file";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/attivita/{key:long}/allegati", BringAsync);
        endpoints.MapGet("/attivita/{key:long}/allegati/{id}", ReadAsync);
        endpoints.MapPost("/attivita/{key:long}/allegati/{id}/togli", RemoveAsync);
        endpoints.MapGet("/attivita/{key:long}/allegati/{id}/togli", (long key) => Show.See($"/attivita/{key}"));
    }

    private static async Task<IResult> BringAsync(long key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (form.Files[FileField] is not { Length: > 0 } file) return Answer(new Refusal(RefusalKind.Invalid, "AttachmentEmpty", "Expected a file with something in it."), key, context, "");
        if (file.Length > Attachment.BytesMax) return Answer(new Refusal(RefusalKind.Invalid, "AttachmentTooLarge", $"Expected a file of at most {Attachment.BytesMax} bytes."), key, context, "");
        using var content = new MemoryStream(checked((int)file.Length));
        await file.CopyToAsync(content, cancellation);
        return Answer(await client.Folders.BringAsync(visit.Required, form.RequestId(), key, new(file.FileName, content.ToArray()), cancellation), key, context, "allegata");
    }

    // A browser saves it and opens nothing: whatever the file is, it does not run as a page of ours.
    private static async Task<IResult> ReadAsync(long key, string id, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var read = await client.Folders.ReadAsync(visit.Required, key, id, cancellation);
        if (read.Value is not { } file) return Show.Refusal(read.Refusal!);
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(file.Content, file.ContentType, file.Name);
    }

    private static async Task<IResult> RemoveAsync(long key, string id, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        return Answer(await client.Folders.RemoveAsync(visit.Required, form.RequestId(), key, id, cancellation), key, context, "tolta");
    }

    private static IResult Answer(Outcome<bool> outcome, long key, HttpContext context, string done)
    {
        var task = InboxState.Of(context.Request.Query).TaskUrl(key);
        return outcome.Match(
            _ => Show.See(TaskEndpoints.WithDone(task, done) + "#allegati"),
            refusal => Show.Page<RefusalPage>(new { Refusal = refusal, Back = task }, Show.StatusOf(refusal.Kind)));
    }
}
