using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Visits;

/// <summary>Refuses, with a page, every write whose antiforgery token is missing, forged or of another session.</summary>
internal sealed class ForgeryGuard(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return await next(context);

        return await antiforgery.IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : Show.Refusal(new(RefusalKind.Invalid, "ForgedToken", "Expected the antiforgery token of this session, but it is missing or another one."));
    }
}
