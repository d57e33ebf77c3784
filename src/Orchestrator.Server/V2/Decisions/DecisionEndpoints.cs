using System.Text.Json;
using Orchestrator.Engine.Deployments;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Interpreter;
using Orchestrator.Server.Requests;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.V2.Decisions;

/// <summary>Evaluates a deployed decision over given variables; nothing of any instance is read and nothing is kept.</summary>
internal static class DecisionEndpoints
{
    public static void Map(IEndpointRouteBuilder v2) => v2.MapPost("/decision-definitions/evaluation", EvaluateAsync)
        .Described("evaluateDecision", "Evaluates a deployed decision, the latest of an id or one version by its key, over given variables, and tells which rules matched.")
        .RequireAuthorization(Rights.ReadDefinitions).Produces<DecisionResult>();

    private static async Task<IResult> EvaluateAsync(DecisionRequest body, DefinitionCatalog definitions, FeelWorld world)
    {
        Tenants.Check(body.TenantId);
        if (await FindAsync(body, definitions) is not { } decision)
            return Problems.NotFound($"Expected a deployed decision {body.DecisionDefinitionId ?? body.DecisionDefinitionKey}, but there is none.");
        var variables = VariableJson.Read(body.Variables, "variables");
        var result = decision.Model.Evaluate(decision.DecisionId, variables, world.Now())
            ?? throw new InvariantBrokenException($"Expected decision '{decision.DecisionId}' in {decision.ResourceName}, where it was when it was deployed.");
        return TypedResults.Ok(DecisionResult.Of(decision, result, definitions));
    }

    private static async Task<DeployedDecision?> FindAsync(DecisionRequest body, DefinitionCatalog definitions)
    {
        if (body.DecisionDefinitionId is null == body.DecisionDefinitionKey is null)
            throw new InvalidRequestException("decisionDefinitionId", "Expected either decisionDefinitionId or decisionDefinitionKey.");
        return body.DecisionDefinitionId is { } id
            ? await definitions.LatestDecisionAsync(id)
            : await definitions.FindDecisionAsync(Keys.Definition(body.DecisionDefinitionKey, "decisionDefinitionKey"));
    }
}

/// <summary>A decision by its id (its latest version) or by the key of a version: exactly one of the two.</summary>
internal sealed record DecisionRequest
{
    public string? DecisionDefinitionId { get; init; }
    public string? DecisionDefinitionKey { get; init; }
    public JsonElement? Variables { get; init; }
    public string? TenantId { get; init; }
}
