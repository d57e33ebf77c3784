using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;

namespace Orchestrator.Ui.Visits;

/// <summary>Answers of the page endpoints.</summary>
internal static class Show
{
    /// <summary>A page, drawn on the server.</summary>
    public static IResult Page<TPage>(object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>The page of a refusal with its status.</summary>
    public static IResult Refusal(Refusal refusal) =>
        Page<RefusalPage>(new { Refusal = refusal }, StatusOf(refusal.Kind));

    /// <summary>After a write: the browser asks for the page anew, so that a reload repeats nothing.</summary>
    public static IResult See(string url) => new SeeOther(url);

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.NotSignedIn => StatusCodes.Status401Unauthorized,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Busy => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a known kind of refusal."),
    };

    private sealed class SeeOther(string url) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = url;
            return Task.CompletedTask;
        }
    }
}
