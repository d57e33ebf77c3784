using System.Text.Json;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Server.Requests;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.V2.Expressions;

/// <summary>Evaluates a FEEL expression over given variables; nothing of any instance is read.</summary>
internal static class ExpressionEndpoints
{
    private const int ExpressionCharsMax = 10_000;

    public static void Map(IEndpointRouteBuilder v2) =>
        v2.MapPost("/expression/evaluation", Evaluate).Described("evaluateExpression", "Evaluates a FEEL expression over given variables.").RequireAuthorization(Rights.ReadDefinitions).Produces<EvaluationResult>();

    private static IResult Evaluate(EvaluationRequest body, FeelWorld world)
    {
        Tenants.Check(body.TenantId);
        var text = body.Expression.StartsWith('=') ? body.Expression[1..] : body.Expression;
        if (text.Length > ExpressionCharsMax) throw new InvalidRequestException("expression", $"Expected an expression of at most {ExpressionCharsMax} characters.");
        var parse = FeelExpression.Parse(text);
        if (parse.Expression is not { } expression)
            return Problems.Invalid("The expression cannot be read.", [.. parse.Diagnostics.Select(diagnostic => new WrongField("expression", $"({diagnostic.Position}) {diagnostic.Message}"))]);
        var result = expression.Evaluate(VariableJson.Read(body.Variables, "variables"), world.Now());
        return TypedResults.Ok(new EvaluationResult(
            body.Expression, VariableJson.Write(result.Value), [.. result.Warnings.Select(warning => new EvaluationWarning(warning.Message))]));
    }
}

/// <summary>An expression, with or without the leading <c>=</c>.</summary>
internal sealed record EvaluationRequest
{
    public required string Expression { get; init; }
    public JsonElement? Variables { get; init; }
    public string? TenantId { get; init; }
}

/// <summary>Its value, and why parts of it gave null.</summary>
internal sealed record EvaluationResult(string Expression, JsonElement Result, IReadOnlyList<EvaluationWarning> Warnings);

/// <summary>Why a part gave null.</summary>
internal sealed record EvaluationWarning(string Message);
