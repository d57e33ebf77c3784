using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Orchestrator.Server.Refusals;

/// <summary>Exceptions of API calls as problems. What is not the caller's fault says nothing of its inside: the log has it under the trace id.</summary>
internal sealed partial class ApiExceptions(IProblemDetailsService problems, ILogger<ApiExceptions> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.Request.IsApi()) return false;
        var problem = Describe(exception);
        if (problem.Status >= StatusCodes.Status500InternalServerError)
            log.CallFailed(exception, httpContext.Request.Method, httpContext.Request.Path, Activity.Current?.Id ?? httpContext.TraceIdentifier);
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem });
    }

    private static ProblemDetails Describe(Exception exception) => exception switch
    {
        InvalidRequestException wrong => Invalid(wrong.Field, wrong.Message),
        BadHttpRequestException { InnerException: JsonException json } => Invalid(FieldOf(json), Plain(json)),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.Details(StatusCodes.Status413PayloadTooLarge, "PAYLOAD_TOO_LARGE", "Expected a body of at most 16 MiB.", []),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Problems.Details(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", "Expected a body of application/json.", []),
        BadHttpRequestException http when Unbound().Match(http.Message) is { Success: true } found => Invalid(found.Groups["name"].Value, $"The value of {found.Groups["name"].Value} cannot be read."),
        BadHttpRequestException http when http.Message.StartsWith("Required parameter", StringComparison.Ordinal) => Invalid("body", "Expected a JSON body, but there is none."),
        BadHttpRequestException http => Problems.Details(http.StatusCode, "INVALID_ARGUMENT", http.Message, []),
        _ => Problems.Details(StatusCodes.Status500InternalServerError, "INTERNAL",
            "Something went wrong on the server; the log has it under the trace id.", []),
    };

    private static ProblemDetails Invalid(string field, string message) =>
        Problems.Details(StatusCodes.Status400BadRequest, "INVALID_ARGUMENT", message, [new(field, message)]);

    // "$.filter.priority" → "filter.priority"; "$" is the whole body.
    private static string FieldOf(JsonException json) => json.Path is { Length: > 2 } path ? path[2..] : "body";

    // The serializer's own words name CLR types; ours name the field.
    private static string Plain(JsonException json)
    {
        var field = FieldOf(json);
        if (json.Message.Contains("could not be mapped", StringComparison.Ordinal)) return $"The field {field} is not known here, or not supported.";
        if (json.Message.Contains("missing required", StringComparison.Ordinal)) return Missing(json.Message);
        if (json.Message.Contains("doesn't allow", StringComparison.Ordinal)) return $"Expected a value in {field}, but it is null.";
        if (json.Message.StartsWith("The operator", StringComparison.Ordinal) || json.Message.StartsWith("Expected", StringComparison.Ordinal))
            return json.Message.Split(" Path:")[0];
        return $"The body is not the JSON that is expected here (at {field}).";
    }

    // "JSON deserialization for type '…' was missing required properties including: 'name', 'type'."
    private static string Missing(string message)
    {
        var names = message[(message.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(' ', '.').Replace("'", "", StringComparison.Ordinal);
        return $"Expected {names}, but it is missing.";
    }

    // "Failed to bind parameter "Nullable<int> limit" from "x"."
    [GeneratedRegex("^Failed to bind parameter \"[^\"]* (?<name>\\w+)\" from")]
    private static partial Regex Unbound();
}
