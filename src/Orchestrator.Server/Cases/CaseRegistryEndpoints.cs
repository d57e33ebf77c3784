using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Cases.Http;
using Orchestrator.Server.Security;
using Orchestrator.Worker;

namespace Orchestrator.Server.Cases;

/// <summary>The case registry for agencies in processes of their own; see <see cref="RegistryRoutes"/>. The caller says who may ask.</summary>
internal static partial class CaseRegistryEndpoints
{
    // What the worker SDK writes; what is missing or null where it may not be is refused before the registry sees it.
    private static readonly JsonSerializerOptions s_strict = new(HttpCaseRegistry.Json) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>Maps all calls under <see cref="RegistryRoutes.Prefix"/>.</summary>
    public static RouteGroupBuilder MapCaseRegistry(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup(RegistryRoutes.Prefix).WithTags("registry");
        group.AddEndpointFilter(RefusalsAreProblems);
        Map<StagedRowsCall, StagedPage>(group, RegistryRoutes.StagedRows, "Reads rows of a list that waits to be checked.",
            (registry, call, by, stop) => registry.ReadStagedRowsAsync(call.Import, call.AfterRow, call.Take, by(call.Reason), stop));
        Map<ExistingCasesCall, IReadOnlyList<ExistingCase>>(group, RegistryRoutes.ExistingCases, "Says which persons of a list have a case in its crisis.",
            (registry, call, by, stop) => registry.FindExistingCasesAsync(call.Import, call.CanonicalCodes, by(call.Reason), stop));
        Map<VerdictsCall>(group, RegistryRoutes.Verdicts, "Reports what is wrong with rows of a list.",
            (registry, call, by, stop) => registry.ReportVerdictsAsync(call.Import, call.Verdicts, by(call.Reason), stop));
        Map<ValidationCall, ValidationSummary>(group, RegistryRoutes.Validation, "Ends the check of a list and counts its rows.",
            (registry, call, by, stop) => registry.CompleteValidationAsync(call.Import, by(call.Reason), stop));
        Map<CentreCall, CentreAnswer>(group, RegistryRoutes.Centre, "Finds the employment centre of a municipality on a day.",
            (registry, call, _, stop) => registry.FindCentreAsync(call.IstatCode, call.Day, stop));
        Map<CentresCall, IReadOnlyList<CentreAnswer>>(group, RegistryRoutes.Centres, "The same for many municipalities.",
            (registry, call, _, stop) => registry.FindCentresAsync(call.IstatCodes, call.Day, stop));
        Map<object, IReadOnlyList<EmploymentCentreView>>(group, RegistryRoutes.AllCentres, "Lists the employment centres.", (registry, _, _, stop) => registry.ListCentresAsync(stop));
        Map<CasesCall, CasePage>(group, RegistryRoutes.Cases, "Lists the opaque ids of an audience's cases.",
            (registry, call, _, stop) => registry.ReadCasesAsync(call.Audience, call.AfterCase, call.Take, stop));
        Map<SessionRequest, SessionPlaces>(group, RegistryRoutes.Sessions, "Gives cases their places in a session.", (registry, call, _, stop) => registry.AssignSessionAsync(call, stop));
        Map<RecipientsCall, RecipientPage>(group, RegistryRoutes.Recipients, "Reads names and addresses of an audience; every read is logged.",
            (registry, call, by, stop) => registry.ReadRecipientsAsync(call.Audience, call.AfterCase, call.Take, by(call.Reason), stop));
        Map<ConvocationsCall, IReadOnlyList<Convocation>>(group, RegistryRoutes.Convocations, "Prepares the convocations of a session.",
            (registry, call, by, stop) => registry.PrepareConvocationsAsync(call.Request, by(call.Reason), stop));
        Map<ConvocationResultsCall>(group, RegistryRoutes.ConvocationResults, "Records which convocations left.",
            (registry, call, _, stop) => registry.RecordConvocationsAsync(call.JobKey, call.Session, call.Results, stop));
        MapProgramme(group);
        return group;
    }

    private static void Map<TCall, TAnswer>(RouteGroupBuilder group, string route, string summary, Func<ICaseRegistry, TCall, Func<AccessReason, AccessReason>, CancellationToken, Task<TAnswer>> call)
        where TCall : class
        where TAnswer : class =>
        Described<TCall>(group.MapPost(route, async ([FromServices] ICaseRegistry registry, HttpRequest request, CancellationToken stop) =>
            Results.Json(await call(registry, await ReadAsync<TCall>(request, stop), By(request), stop), HttpCaseRegistry.Json)), route, summary).Produces<TAnswer>();

    private static void Map<TCall>(RouteGroupBuilder group, string route, string summary, Func<ICaseRegistry, TCall, Func<AccessReason, AccessReason>, CancellationToken, Task> call)
        where TCall : class =>
        Described<TCall>(group.MapPost(route, async ([FromServices] ICaseRegistry registry, HttpRequest request, CancellationToken stop) =>
        {
            await call(registry, await ReadAsync<TCall>(request, stop), By(request), stop);
            return Results.NoContent();
        }), route, summary).Produces(StatusCodes.Status204NoContent);

    private static RouteHandlerBuilder Described<TCall>(RouteHandlerBuilder endpoint, string route, string summary)
        where TCall : class =>
        endpoint.Accepts<TCall>("application/json").WithName("registry" + string.Concat(route.Split('-', '/').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]))).WithSummary(summary);

    // Who read whose data is what was signed in with, whatever the caller says of itself.
    private static Func<AccessReason, AccessReason> By(HttpRequest request)
    {
        var account = CurrentUser.Of(request.HttpContext.User).UserName;
        return reason => reason with { Actor = account };
    }

    private static async Task<TCall> ReadAsync<TCall>(HttpRequest request, CancellationToken stop)
        where TCall : class
    {
        if (!request.HasJsonContentType()) throw new BadHttpRequestException("Expected a body of application/json.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, default, stop);
            if (HasNullInList(body.RootElement)) throw new InvalidRequestException("body", "Expected lists without null.");
            return body.RootElement.Deserialize<TCall>(s_strict) ?? throw new InvalidRequestException("body", "Expected a JSON object, but found null.");
        }
        catch (JsonException wrong)
        {
            throw new BadHttpRequestException("The body is not the JSON that is expected here.", StatusCodes.Status400BadRequest, wrong);
        }
    }

    // No list of these calls has a place for it, and the serializer does not look into lists.
    private static bool HasNullInList(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HasNullInList(item)),
        JsonValueKind.Object => element.EnumerateObject().Any(member => HasNullInList(member.Value)),
        _ => false,
    };

    private static async ValueTask<object?> RefusalsAreProblems(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RegistryRefusedException refusal)
        {
            return Results.Problem(refusal.Message, statusCode: StatusCodes.Status409Conflict, extensions: new Dictionary<string, object?> { ["code"] = refusal.Code });
        }
    }
}
