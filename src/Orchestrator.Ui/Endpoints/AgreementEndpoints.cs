using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Agreements: list, registration with preview of the terms, page, upload of a list.</summary>
internal static class AgreementEndpoints
{
    /// <summary>The greatest list: 10 MiB are about 80 000 rows.</summary>
    public const int FileBytesMax = 10 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/accordi", ListAsync);
        endpoints.MapGet("/accordi/nuovo", (Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            DrawFormAsync(client, visit, new(), null, StatusCodes.Status200OK, cancellation));
        endpoints.MapPost("/accordi/nuovo", RegisterAsync);
        endpoints.MapGet("/accordi/termini", TermsAsync);
        endpoints.MapGet("/accordi/{key}", (string key, string? fatto, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            DrawAsync(client, visit, key, fatto, null, StatusCodes.Status200OK, cancellation));
        endpoints.MapPost("/accordi/{key}/elenco", UploadAsync);
        endpoints.MapGet("/accordi/{key}/elenco", (string key) => Show.See($"/accordi/{Uri.EscapeDataString(key)}"));
    }

    private static async Task<IResult> ListAsync(Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var list = await client.Agreements.ListAsync(visit.Required, cancellation);
        if (list.Refusal is { } refusal)
            return Show.Refusal(refusal);

        var offer = await client.Agreements.OfferAsync(visit.Required, cancellation);
        return Show.Page<AgreementListPage>(new { Agreements = list.Value, MayRegister = offer.Value?.MayRegister == true });
    }

    private static async Task<IResult> DrawFormAsync(
        IOrchestratorClient client, Visit visit, AgreementTyped typed, Refusal? refusal, int status, CancellationToken cancellation)
    {
        var offered = await client.Agreements.OfferAsync(visit.Required, cancellation);
        if (offered.Value is not { } offer)
            return Show.Refusal(offered.Refusal!);
        if (!offer.MayRegister)
            return Show.Refusal(new(RefusalKind.NotAllowed, "MayNotRegister", "Expected a member of the group regione."));

        var terms = typed.SigningDay is { } day ? await client.Agreements.PreviewTermsAsync(visit.Required, day, cancellation) : null;
        return Show.Page<AgreementFormPage>(
            new { Offer = offer, Typed = typed, Refusal = refusal, Terms = terms?.Value ?? [] }, status);
    }

    private static async Task<IResult> TermsAsync(string? signingDate, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        if (new AgreementTyped { SigningDate = signingDate }.SigningDay is not { } day)
            return Show.Page<TermsPreviewPage>(new { Terms = Array.Empty<TermView>() });

        var terms = await client.Agreements.PreviewTermsAsync(visit.Required, day, cancellation);
        return terms.Match(found => Show.Page<TermsPreviewPage>(new { Terms = found }), Show.Refusal);
    }

    private static async Task<IResult> RegisterAsync(HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var typed = AgreementTyped.Of(form);
        if (form.IsResumed())
            return await DrawFormAsync(client, visit, typed, null, StatusCodes.Status200OK, cancellation);

        switch (form.Text("azione"))
        {
            case "riga":
                return await DrawFormAsync(client, visit, typed with { Rows = [.. typed.Rows, new(null, null, null)] }, null, StatusCodes.Status200OK, cancellation);
            case "termini":
                return await DrawFormAsync(client, visit, typed, null, StatusCodes.Status200OK, cancellation);
        }

        var draft = typed.ToDraft();
        if (draft.Refusal is { } incomplete)
            return await DrawFormAsync(client, visit, typed, incomplete, StatusCodes.Status400BadRequest, cancellation);

        var registered = await client.Agreements.RegisterAsync(visit.Required, form.RequestId(), draft.Value!, cancellation);
        if (registered.Refusal is { } refusal)
        {
            return refusal.Kind == RefusalKind.Invalid
                ? await DrawFormAsync(client, visit, typed, refusal, StatusCodes.Status400BadRequest, cancellation)
                : Show.Refusal(refusal);
        }

        var key = registered.Value!.Summary.AgreementKey;
        if (form.Files["elenco"] is { Length: > 0 } file)
            return await SendAsync(client, visit, key, Guid.CreateVersion7(), file, "AgreementButNoList", cancellation);
        return Show.See($"/accordi/{Uri.EscapeDataString(key)}?fatto=registrato");
    }

    private static async Task<IResult> DrawAsync(
        IOrchestratorClient client, Visit visit, string key, string? done, Refusal? refusal, int status, CancellationToken cancellation)
    {
        var opened = await client.Agreements.OpenAsync(visit.Required, key, cancellation);
        return opened.Match(
            agreement => Show.Page<AgreementPage>(new { Agreement = agreement, Done = done, Refusal = refusal }, status),
            Show.Refusal);
    }

    private static async Task<IResult> UploadAsync(
        string key, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        if (form.Files["elenco"] is not { Length: > 0 } file)
        {
            var missing = new Refusal(RefusalKind.Invalid, "NoFile", "Expected a file.") { Fields = [new("elenco", "file", "Expected a CSV file.")] };
            return await DrawAsync(client, visit, key, null, missing, StatusCodes.Status400BadRequest, cancellation);
        }

        return await SendAsync(client, visit, key, form.RequestId(), file, null, cancellation);
    }

    private static async Task<IResult> SendAsync(
        IOrchestratorClient client, Visit visit, string key, Guid request, IFormFile file, string? done, CancellationToken cancellation)
    {
        if (file.Length > FileBytesMax)
        {
            var tooLarge = new Refusal(RefusalKind.Invalid, "FileTooLarge", $"Expected at most {FileBytesMax} bytes, but found {file.Length}.");
            return await DrawAsync(client, visit, key, done, tooLarge, StatusCodes.Status400BadRequest, cancellation);
        }

        using var content = new MemoryStream(checked((int)file.Length));
        await file.CopyToAsync(content, cancellation);
        var sent = await client.Agreements.UploadWorkersAsync(
            visit.Required, request, key, new(Path.GetFileName(file.FileName), content.ToArray()), cancellation);
        return sent.Refusal switch
        {
            null => Show.See($"/elenchi/{sent.Value!.Summary.ImportId}"),
            { Kind: RefusalKind.Invalid } refusal => await DrawAsync(client, visit, key, done, refusal, StatusCodes.Status400BadRequest, cancellation),
            { } refusal => Show.Refusal(refusal),
        };
    }
}
