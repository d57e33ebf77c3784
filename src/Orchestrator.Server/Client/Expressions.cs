using System.Globalization;
using Orchestrator.Contracts.Client;
using Orchestrator.Diagnostics;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Server.Client;

/// <summary>Trying expressions out. Everybody who is signed in may: nothing but what they typed is read.</summary>
internal sealed class Expressions(FeelWorld world) : IExpressions
{
    public Outcome<ExpressionTrial> Evaluate(ActingUser user, string expression, string contextJson)
    {
        var text = expression.TrimStart() is ['=', .. var rest] ? rest : expression;
        if (text.Length > ExpressionTrial.CharsMax)
            return Refused.From([new FieldError("expression", "maxLength", $"Expected at most {ExpressionTrial.CharsMax} characters, but found {text.Length}.") { Limit = ExpressionTrial.CharsMax.ToString(CultureInfo.InvariantCulture) }]);
        if (!TypedContext.TryRead(contextJson, out var variables, out var problem)) return Refused.From([new FieldError("context", "jsonObject", problem)]);

        // The names that were given are names with spaces, too.
        var parse = FeelExpression.Parse(text, new FeelNames(variables.Names));
        if (parse.Expression is not { } compiled) return new ExpressionTrial(text, null, null, [.. parse.Diagnostics.Select(Remark)], []);
        var (result, explanations) = compiled.Explain(variables, world.Now());
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? FeelLanguage.English : FeelLanguage.Italian;
        return new ExpressionTrial(
            text, result.Value.ToString(), result.Value.TypeName, [.. result.Warnings.Select(warning => Remark(warning.ToDiagnostic()))],
            [.. explanations.Select(one => new ExpressionReason(one.Function, one.Result.ToString(), [.. one.Steps.Select(step => step.Text(language))]))]);
    }

    private static ExpressionRemark Remark(Diagnostic diagnostic) =>
        new(diagnostic.Descriptor.Code, DiagnosticWords.MessageOf(diagnostic), DiagnosticWords.RemedyOf(diagnostic), diagnostic.Span.Start, diagnostic.Span.Length);
}
