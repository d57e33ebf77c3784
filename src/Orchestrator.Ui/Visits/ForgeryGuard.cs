using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;

namespace Orchestrator.Ui.Visits;

/// <summary>
/// Refuses, with a page, every write whose antiforgery token is missing, forged or of another session. What one of our own pages sent
/// (somebody signed in anew in another tab) is not lost: the page of the refusal offers to take it up again.
/// </summary>
internal sealed class ForgeryGuard(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return await next(context);
        if (await antiforgery.IsRequestValidAsync(context.HttpContext))
            return await next(context);

        var refusal = new Refusal(RefusalKind.Invalid, "ForgedToken", "Expected the antiforgery token of this session, but it is missing or another one.");
        var kept = KeptForm.MayKeep(request)
            ? KeptForm.Of(request.Path + request.QueryString.ToString(), await request.ReadFormAsync(context.HttpContext.RequestAborted))
            : null;
        return Show.Page<RefusalPage>(new { Refusal = refusal, Kept = kept }, Show.StatusOf(refusal.Kind));
    }
}
