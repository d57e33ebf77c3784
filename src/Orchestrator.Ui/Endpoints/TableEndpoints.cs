using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>The page on which designers try decision tables out.</summary>
internal static class TableEndpoints
{
    private const int FileBytesMax = 1 << 20;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/tabelle", (HttpContext context, Visit visit, IOrchestratorClient client) => Draw(context, client, visit, TableTyped.Example));
        endpoints.MapPost("/tabelle", ActAsync);
    }

    // Posted, because data of a case do not belong into an address; nothing is written.
    private static async Task<IResult> ActAsync(HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var typed = new TableTyped(form.Text("xml") ?? "", form.Text("nome") ?? TableTyped.Example.FileName, form.Text("decisione") ?? "", form.Text("contesto") ?? "");
        if (form.Files["file"] is { Length: > 0 } file)
        {
            if (file.Length > FileBytesMax) return Draw(context, client, visit, typed, Wrong("file", "dmnFile", $"Expected a file of at most {FileBytesMax} bytes."));
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            typed = typed with { Source = (await reader.ReadToEndAsync(cancellation)).Trim(), FileName = Path.GetFileName(file.FileName) };
        }
        if (form.IsResumed()) return Draw(context, client, visit, typed);
        if (typed.Source.Length == 0) return Draw(context, client, visit, typed, Wrong("source", "required", "Expected a DMN file."));
        return form["passo"].ToString() switch
        {
            "apri" => Draw(context, client, visit, typed, tellsFile: true),
            "scarica" => Results.File(Encoding.UTF8.GetBytes(typed.Source), "application/xml", typed.FileName),
            _ => Evaluate(context, client, visit, typed),
        };
    }

    private static IResult Evaluate(HttpContext context, IOrchestratorClient client, Visit visit, TableTyped typed)
    {
        var outcome = client.Decisions.Evaluate(visit.Required, new(typed.Source, typed.Decision, typed.Context));
        return outcome.Match(
            trial => Page(context, new { Typed = typed, File = trial.File, Trial = trial }),
            refusal => refusal.Kind == RefusalKind.Invalid ? Draw(context, client, visit, typed, refusal) : Show.Refusal(refusal));
    }

    private static IResult Draw(HttpContext context, IOrchestratorClient client, Visit visit, TableTyped typed, Refusal? refusal = null, bool tellsFile = false)
    {
        var outcome = client.Decisions.Read(visit.Required, typed.Source);
        return outcome.Match(
            file => Page(context, new { Typed = typed, File = file, Refusal = refusal, TellsFile = tellsFile }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest),
            unread => unread.Kind == RefusalKind.Invalid
                ? Page(context, new { Typed = typed, File = (DecisionFile?)null, Refusal = refusal ?? unread }, StatusCodes.Status400BadRequest) : Show.Refusal(unread));
    }

    // The editor's watermark, which its licence says must stay as it is, sets its place by style attributes; on no other page are they let through.
    private static IResult Page(HttpContext context, object parameters, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.ContentSecurityPolicy = $"{context.Response.Headers.ContentSecurityPolicy}; style-src-attr 'unsafe-inline'";
        return Show.Page<TablePage>(parameters, status);
    }

    private static Refusal Wrong(string field, string code, string message) => new(RefusalKind.Invalid, "FormInvalid", message) { Fields = [new(field, code, message)] };
}
