using System.Diagnostics;

namespace Orchestrator.Server.Refusals;

/// <summary>Puts refusals of addresses that programs call into problem+json; the pages have error pages of their own.</summary>
internal static class ProblemSetup
{
    /// <summary>True for addresses that programs call.</summary>
    public static bool IsApi(this HttpRequest request) =>
        request.Path.StartsWithSegments("/v2") || request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/openapi");

    public static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            var problem = context.ProblemDetails;
            problem.Type = "about:blank";
            problem.Detail ??= problem.Title ?? "The request was refused.";
            problem.Title = TitleOf(problem.Status ?? StatusCodes.Status500InternalServerError, problem.Title);
            problem.Instance ??= context.HttpContext.Request.Path;
            problem.Extensions["traceId"] = Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
        })
        .AddExceptionHandler<ApiExceptions>();

    /// <summary>Exceptions and statuses without a body become problems.</summary>
    public static void UseProblems(this WebApplication app) => app.UseWhen(context => context.Request.IsApi(), api =>
    {
        api.UseExceptionHandler();
        api.UseStatusCodePages();
    });

    private static string TitleOf(int status, string? title) => (status, title) switch
    {
        (_, { } known) when known.All(letter => char.IsAsciiLetterUpper(letter) || letter == '_') => known,
        (StatusCodes.Status400BadRequest, _) => "INVALID_ARGUMENT",
        (StatusCodes.Status401Unauthorized, _) => "UNAUTHENTICATED",
        (StatusCodes.Status403Forbidden, _) => "FORBIDDEN",
        (StatusCodes.Status404NotFound, _) => "NOT_FOUND",
        (StatusCodes.Status405MethodNotAllowed, _) => "METHOD_NOT_ALLOWED",
        (StatusCodes.Status413PayloadTooLarge, _) => "PAYLOAD_TOO_LARGE",
        (StatusCodes.Status415UnsupportedMediaType, _) => "UNSUPPORTED_MEDIA_TYPE",
        (StatusCodes.Status501NotImplemented, _) => "UNIMPLEMENTED",
        (StatusCodes.Status503ServiceUnavailable, _) => "RESOURCE_EXHAUSTED",
        ( < StatusCodes.Status500InternalServerError, _) => "REFUSED",
        _ => "INTERNAL",
    };
}
