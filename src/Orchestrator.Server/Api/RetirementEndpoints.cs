using System.Security.Claims;
using Orchestrator.Contracts.Client;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Api;

/// <summary>Versions that start no new process.</summary>
internal static class RetirementEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/processes/{processId}/versions/{version}/retirement", RetireAsync)
            .Described("retireVersion", "Retires a version: it starts no new process, what runs goes on.").RequireAuthorization(Rights.Deploy).Produces<DefinitionVersion>();
        api.MapPost("/processes/{processId}/versions/{version}/retirement/withdrawal", TakeBackAsync)
            .Described("withdrawRetirement", "Takes the retirement of a version back.").RequireAuthorization(Rights.Deploy).Produces<DefinitionVersion>();
    }

    private static async Task<IResult> RetireAsync(string processId, int version, RetirementRequest body, ClaimsPrincipal principal, IProcessDefinitions definitions, CancellationToken cancellation) =>
        ClientAnswers.Of(await definitions.RetireAsync(
            CurrentUser.Of(principal), processId, version, body.Reason ?? throw new InvalidRequestException("reason", "Expected the reason, for people."), cancellation));

    private static async Task<IResult> TakeBackAsync(string processId, int version, ClaimsPrincipal principal, IProcessDefinitions definitions, CancellationToken cancellation) =>
        ClientAnswers.Of(await definitions.TakeBackAsync(CurrentUser.Of(principal), processId, version, cancellation));
}

/// <summary>Why a version is retired.</summary>
internal sealed record RetirementRequest
{
    public string? Reason { get; init; }
}
