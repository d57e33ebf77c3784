using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Text;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Files of every kind: the last ones, and the upload of one.</summary>
internal static class UploadEndpoints
{
    private const string FileField = "elenco";
    private const string OwnerField = "accordo";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/elenchi", async (Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
        {
            var offered = await client.Imports.OfferAsync(visit.Required, cancellation);
            return offered.Match(offer => Show.Page<ImportListPage>(new { Offer = offer }), Show.Refusal);
        });
        endpoints.MapGet("/elenchi/nuovo/{kind}", (string kind, string? accordo, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            DrawAsync(client, visit, kind, accordo, null, StatusCodes.Status200OK, cancellation));
        endpoints.MapPost("/elenchi/nuovo/{kind}", UploadAsync);
    }

    private static async Task<IResult> DrawAsync(
        IOrchestratorClient client, Visit visit, string slug, string? owner, Refusal? refusal, int status, CancellationToken cancellation)
    {
        var offered = await client.Imports.OfferAsync(visit.Required, cancellation);
        if (offered.Value is not { } offer)
            return Show.Refusal(offered.Refusal!);
        if (FileSlugs.Read(slug) is not { } kind)
            return Show.Refusal(new(RefusalKind.NotFound, "NotFound", "Expected a kind of file."));
        if (!offer.Kinds.Contains(kind))
            return Show.Refusal(new(RefusalKind.NotAllowed, "NotAllowed", "Expected somebody who brings files of this kind."));

        return Show.Page<UploadPage>(new { Offer = offer, Kind = kind, Owner = owner, Refusal = refusal }, status);
    }

    private static async Task<IResult> UploadAsync(string kind, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var owner = form.Text(OwnerField);
        if (FileSlugs.Read(kind) is not { } known)
            return await DrawAsync(client, visit, kind, owner, null, StatusCodes.Status404NotFound, cancellation);
        if (WhyNot(known, owner, form.Files[FileField]) is { } incomplete)
            return await DrawAsync(client, visit, kind, owner, incomplete, StatusCodes.Status400BadRequest, cancellation);

        var file = form.Files[FileField]!;
        using var content = new MemoryStream(checked((int)file.Length));
        await file.CopyToAsync(content, cancellation);
        var upload = new FileUpload(known, owner, new(Path.GetFileName(file.FileName), content.ToArray()));
        var sent = await client.Imports.UploadAsync(visit.Required, form.RequestId(), upload, cancellation);
        return sent.Refusal switch
        {
            null => Show.See($"/elenchi/{sent.Value!.Summary.ImportId}"),
            { Kind: RefusalKind.Invalid } refusal => await DrawAsync(client, visit, kind, owner, refusal, StatusCodes.Status400BadRequest, cancellation),
            { } refusal => Show.Refusal(refusal),
        };
    }

    // What the browser's own checks would have said.
    private static Refusal? WhyNot(FileKind kind, string? owner, IFormFile? file)
    {
        if (file is { Length: > AgreementEndpoints.FileBytesMax })
            return new(RefusalKind.Invalid, "FileTooLarge", $"Expected at most {AgreementEndpoints.FileBytesMax} bytes, but found {file.Length}.");

        List<FieldError> errors = [];
        if (FileUpload.HasOwner(kind) && owner is null)
            errors.Add(new(OwnerField, "required", "Expected an agreement."));
        if (file is not { Length: > 0 })
            errors.Add(new(FileField, "file", "Expected a CSV file."));
        return errors.Count == 0 ? null : new(RefusalKind.Invalid, "NoFile", "Expected a file.") { Fields = errors };
    }
}
