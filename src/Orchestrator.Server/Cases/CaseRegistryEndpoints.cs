using Microsoft.AspNetCore.Mvc;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Cases.Http;
using Orchestrator.Worker;

namespace Orchestrator.Server.Cases;

/// <summary>The case registry for agencies in processes of their own; see <see cref="RegistryRoutes"/>. The caller says who may ask.</summary>
internal static class CaseRegistryEndpoints
{
    /// <summary>Maps all calls under <see cref="RegistryRoutes.Prefix"/>.</summary>
    public static RouteGroupBuilder MapCaseRegistry(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup(RegistryRoutes.Prefix).ExcludeFromDescription();
        group.AddEndpointFilter(RefusalsAreProblems);
        Map<StagedRowsCall>(group, RegistryRoutes.StagedRows, async (registry, call, stop) => await registry.ReadStagedRowsAsync(call.Import, call.AfterRow, call.Take, call.Reason, stop));
        Map<ExistingCasesCall>(group, RegistryRoutes.ExistingCases, async (registry, call, stop) => await registry.FindExistingCasesAsync(call.Import, call.CanonicalCodes, call.Reason, stop));
        Map<VerdictsCall>(group, RegistryRoutes.Verdicts, async (registry, call, stop) => { await registry.ReportVerdictsAsync(call.Import, call.Verdicts, call.Reason, stop); return null; });
        Map<ValidationCall>(group, RegistryRoutes.Validation, async (registry, call, stop) => await registry.CompleteValidationAsync(call.Import, call.Reason, stop));
        Map<CentreCall>(group, RegistryRoutes.Centre, async (registry, call, stop) => await registry.FindCentreAsync(call.IstatCode, call.Day, stop));
        Map<CentresCall>(group, RegistryRoutes.Centres, async (registry, call, stop) => await registry.FindCentresAsync(call.IstatCodes, call.Day, stop));
        Map<object>(group, RegistryRoutes.AllCentres, async (registry, _, stop) => await registry.ListCentresAsync(stop));
        Map<CasesCall>(group, RegistryRoutes.Cases, async (registry, call, stop) => await registry.ReadCasesAsync(call.Audience, call.AfterCase, call.Take, stop));
        Map<SessionRequest>(group, RegistryRoutes.Sessions, async (registry, call, stop) => await registry.AssignSessionAsync(call, stop));
        Map<RecipientsCall>(group, RegistryRoutes.Recipients, async (registry, call, stop) => await registry.ReadRecipientsAsync(call.Audience, call.AfterCase, call.Take, call.Reason, stop));
        Map<ConvocationsCall>(group, RegistryRoutes.Convocations, async (registry, call, stop) => await registry.PrepareConvocationsAsync(call.Request, call.Reason, stop));
        Map<ConvocationResultsCall>(group, RegistryRoutes.ConvocationResults, async (registry, call, stop) => { await registry.RecordConvocationsAsync(call.JobKey, call.Session, call.Results, stop); return null; });
        return group;
    }

    private static void Map<TCall>(RouteGroupBuilder group, string route, Func<ICaseRegistry, TCall, CancellationToken, Task<object?>> call) =>
        group.MapPost(route, async ([FromServices] ICaseRegistry registry, HttpRequest request, CancellationToken stop) =>
        {
            var body = await request.ReadFromJsonAsync<TCall>(HttpCaseRegistry.Json, stop);
            if (body is null) return Results.Problem("Expected a JSON body.", statusCode: StatusCodes.Status400BadRequest);
            return await call(registry, body, stop) is { } answer ? Results.Json(answer, HttpCaseRegistry.Json) : Results.NoContent();
        });

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
