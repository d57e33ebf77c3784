using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>Absences and who stands in: the list, recording, ending earlier, revoking.</summary>
internal static class SubstitutionEndpoints
{
    public const string Path = "/assenze";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, (string? fatto, Visit visit, IOrchestratorClient client, CancellationToken cancellation) => DrawAsync(client, visit, fatto, null, null, cancellation));
        endpoints.MapPost(Path, RecordAsync);
        endpoints.MapPost(Path + "/{id:guid}/termina", EndAsync);
        endpoints.MapPost(Path + "/{id:guid}/revoca", (Guid id, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            AnswerAsync(client, visit, "assenza-revocata", client.Substitutions.RevokeAsync(visit.Required, id, cancellation), null, cancellation));
        // An expired session sends the browser back to the address it had posted to.
        endpoints.MapGet(Path + "/{id:guid}/{verb}", () => Show.See(Path));
    }

    private static async Task<IResult> RecordAsync(HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var typed = new SubstitutionTyped(
            form.Text(SubstitutionFields.Person) ?? visit.Required.UserName, form.Text(SubstitutionFields.FirstDay), form.Text(SubstitutionFields.LastDay), form.Text(SubstitutionFields.Substitute));
        if (form.IsResumed()) return await DrawAsync(client, visit, null, null, typed, cancellation);
        return await AnswerAsync(client, visit, "assenza-registrata", client.Substitutions.RecordAsync(visit.Required, form.RequestId(), typed.Absence, cancellation), typed, cancellation);
    }

    private static async Task<IResult> EndAsync(Guid id, HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        // A day that cannot be read is none on which the absence could end.
        var day = SubstitutionTyped.Day(form.Text("ultimo")) ?? DateOnly.MinValue;
        return await AnswerAsync(client, visit, "assenza-terminata", client.Substitutions.EndAsync(visit.Required, id, day, cancellation), null, cancellation);
    }

    private static async Task<IResult> AnswerAsync(
        IOrchestratorClient client, Visit visit, string done, Task<Outcome<bool>> write, SubstitutionTyped? typed, CancellationToken cancellation) => (await write).Refusal switch
    {
        null => Show.See($"{Path}?fatto={done}"),
        { Kind: RefusalKind.Invalid or RefusalKind.Conflict } refusal => await DrawAsync(client, visit, null, refusal, typed, cancellation),
        var refusal => Show.Refusal(refusal),
    };

    private static async Task<IResult> DrawAsync(IOrchestratorClient client, Visit visit, string? done, Refusal? refusal, SubstitutionTyped? typed, CancellationToken cancellation)
    {
        var found = await client.Substitutions.ListAsync(visit.Required, cancellation);
        return found.Match(
            list => Show.Page<SubstitutionListPage>(
                new { List = list, Done = done, Refusal = refusal, Typed = typed ?? SubstitutionTyped.Empty }, refusal is null ? StatusCodes.Status200OK : Show.StatusOf(refusal.Kind)),
            Show.Refusal);
    }
}
