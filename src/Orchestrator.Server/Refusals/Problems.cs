using Microsoft.AspNetCore.Mvc;
using Orchestrator.Contracts.Client;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Refusals;

/// <summary>Every refusal of the API as problem+json (RFC 9457). Titles are those of Camunda 8, because its clients act on them; the trace id is added where it is written.</summary>
internal static class Problems
{
    public static IResult From(Rejection rejection) => rejection.Reason switch
    {
        RejectionReason.NotFound => Of(StatusCodes.Status404NotFound, "NOT_FOUND", rejection.Message),
        RejectionReason.WrongState => Of(StatusCodes.Status409Conflict, "INVALID_STATE", rejection.Message),
        RejectionReason.AlreadyExists => Of(StatusCodes.Status409Conflict, "ALREADY_EXISTS", rejection.Message),
        RejectionReason.NotAllowed => Of(StatusCodes.Status403Forbidden, "FORBIDDEN", rejection.Message),
        RejectionReason.Invalid => Of(StatusCodes.Status400BadRequest, "INVALID_ARGUMENT", rejection.Message),
        RejectionReason.Overloaded => Busy(rejection.Message),
        _ => throw new InvalidOperationException($"No status for the reason {rejection.Reason}."),
    };

    /// <summary>What a door of the pages refused, for those who come through the API.</summary>
    public static IResult From(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.NotFound => NotFound(refusal.Message),
        RefusalKind.Conflict => Of(StatusCodes.Status409Conflict, "INVALID_STATE", refusal.Message),
        RefusalKind.NotAllowed => Forbidden(refusal.Message),
        RefusalKind.Invalid => Of(StatusCodes.Status400BadRequest, "INVALID_ARGUMENT", refusal.Message),
        RefusalKind.Busy => Busy(refusal.Message),
        _ => throw new InvalidOperationException($"No status for the kind {refusal.Kind}."),
    };

    public static IResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, "NOT_FOUND", detail);

    public static IResult Forbidden(string detail) => Of(StatusCodes.Status403Forbidden, "FORBIDDEN", detail);

    public static IResult Invalid(string field, string detail) =>
        TypedResults.Problem(Details(StatusCodes.Status400BadRequest, "INVALID_ARGUMENT", detail, [new(field, detail)]));

    /// <summary>Several things are wrong with what was sent; all of them are named.</summary>
    public static IResult Invalid(string detail, IReadOnlyList<WrongField> fields) =>
        TypedResults.Problem(Details(StatusCodes.Status400BadRequest, "INVALID_ARGUMENT", detail, fields));

    public static IResult Of(int status, string title, string detail) => TypedResults.Problem(Details(status, title, detail, []));

    /// <summary>503 with Retry-After: the same request may be sent again.</summary>
    public static IResult Busy(string detail) => new BusyResult(detail);

    public static ProblemDetails Details(int status, string title, string detail, IReadOnlyList<WrongField> fields)
    {
        var problem = new ProblemDetails { Type = "about:blank", Status = status, Title = title, Detail = detail };
        if (fields.Count > 0) problem.Extensions["errors"] = fields;
        return problem;
    }

    private sealed class BusyResult(string detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = "1";
            return Of(StatusCodes.Status503ServiceUnavailable, "RESOURCE_EXHAUSTED", detail).ExecuteAsync(httpContext);
        }
    }
}

/// <summary>A wrong field: its path (<c>filter.state</c>, <c>variables.sessions[0].startAt</c>) and what was expected.</summary>
internal sealed record WrongField(string Field, string Message);
