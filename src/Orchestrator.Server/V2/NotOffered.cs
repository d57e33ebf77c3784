using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Template;

namespace Orchestrator.Server.V2;

/// <summary>Everything of the Camunda 8 API that is not offered here says so, instead of looking like a wrong address.</summary>
internal static class NotOffered
{
    // The first segments of the addresses of the API; what does not begin with one of them is a wrong address.
    private static readonly string[] s_known =
    [
        "audit-logs", "authorizations", "batch-operations", "batch-operation-items", "clock", "cluster-variables", "conditionals", "correlated-message-subscriptions",
        "decision-definitions", "decision-instances", "decision-requirements", "deployments", "documents", "element-instances", "expression",
        "global-task-listeners", "groups", "incidents", "jobs", "mapping-rules", "message-subscriptions", "messages", "process-definitions", "process-instances",
        "resources", "roles", "setup", "signals", "system", "tenants", "user-tasks", "users", "variables",
    ];

    public static void Map(IEndpointRouteBuilder v2) => v2.Map("/{**rest}", (string? rest, HttpRequest request, EndpointDataSource endpoints) =>
        WantedTypes(request, endpoints) is { } types
            ? Problems.Of(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", $"Expected a body of {types}.")
            : s_known.Contains((rest ?? "").Split('/')[0])
                ? Problems.Of(StatusCodes.Status501NotImplemented, "UNIMPLEMENTED", $"{request.Method} {request.Path} is part of the Camunda 8 API, but this server does not offer it; docs/api.md lists what it offers.")
                : Problems.NotFound($"There is nothing at {request.Path}."))
        .ExcludeFromDescription();

    // A body of another type passes by its operation and arrives here.
    private static string? WantedTypes(HttpRequest request, EndpointDataSource endpoints) =>
        endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(request.Method) == true
                && new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(request.Path, []))
            .Select(endpoint => endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes)
            .Where(types => types is { Count: > 0 }).Select(types => string.Join(" or ", types!)).FirstOrDefault();
}
