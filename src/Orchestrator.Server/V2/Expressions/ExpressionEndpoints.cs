using System.Text.Json;
using Orchestrator.Diagnostics;
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
        // Places are told in the expression as it was sent.
        var source = EmbeddedText.Whole(new SourceText("expression", body.Expression));
        var text = source.Slice(TextSpan.Between(body.Expression.StartsWith('=') ? 1 : 0, body.Expression.Length));
        if (text.Text.Length > ExpressionCharsMax) throw new InvalidRequestException("expression", $"Expected an expression of at most {ExpressionCharsMax} characters.");
        var variables = VariableJson.Read(body.Variables, "variables");
        // The names that were given are names with spaces, too.
        var parse = FeelExpression.Parse(text, new FeelNames(variables.Names));
        if (parse.Expression is not { } expression)
            return Problems.Invalid("The expression cannot be read.", [.. parse.Diagnostics.Select(diagnostic => new WrongField("expression", $"({diagnostic.Position}) {diagnostic.Message}"))]);
        var result = expression.Evaluate(variables, world.Now());
        return TypedResults.Ok(new EvaluationResult(body.Expression, VariableJson.Write(result.Value), [.. result.Warnings.Select(warning => Warning(warning.ToDiagnostic()))]));
    }

    private static EvaluationWarning Warning(Diagnostic diagnostic) =>
        new(diagnostic.Message, diagnostic.Descriptor.Code, diagnostic.Remedy, diagnostic.Position.Line, diagnostic.Position.Column, diagnostic.Span.Start, diagnostic.Span.Length);
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

/// <summary>Why a part gave null, and which: line and column from 1, offset from 0 in the expression as it was sent.</summary>
internal sealed record EvaluationWarning(string Message, string Code, string Remedy, int Line, int Column, int Offset, int Length);
