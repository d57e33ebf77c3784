using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>The page on which designers try expressions out.</summary>
internal static class ExpressionEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/espressioni", () => Show.Page<ExpressionPage>(new { Typed = new ExpressionTyped("", "") }));
        endpoints.MapPost("/espressioni", EvaluateAsync);
    }

    // Posted, because an expression over real data does not belong into an address; nothing is written.
    private static async Task<IResult> EvaluateAsync(HttpContext context, Visit visit, IOrchestratorClient client, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var typed = new ExpressionTyped(form.Text("espressione") ?? "", form.Text("contesto") ?? "");
        if (form.IsResumed()) return Show.Page<ExpressionPage>(new { Typed = typed });
        if (typed.Expression.Length == 0)
        {
            Refusal missing = new(RefusalKind.Invalid, "FormInvalid", "Expected an expression.") { Fields = [new("expression", "required", "Expected an expression.")] };
            return Show.Page<ExpressionPage>(new { Typed = typed, Refusal = missing }, StatusCodes.Status400BadRequest);
        }
        var outcome = client.Expressions.Evaluate(visit.Required, typed.Expression, typed.Context);
        return outcome.Match(
            trial => Show.Page<ExpressionPage>(new { Typed = typed, Trial = trial }),
            refusal => refusal.Kind == RefusalKind.Invalid ? Show.Page<ExpressionPage>(new { Typed = typed, Refusal = refusal }, StatusCodes.Status400BadRequest) : Show.Refusal(refusal));
    }
}
