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

    public static void Map(IEndpointRouteBuilder v2) => v2.Map("/{**rest}", (string? rest, HttpRequest request) =>
        s_known.Contains((rest ?? "").Split('/')[0])
            ? Problems.Of(StatusCodes.Status501NotImplemented, "UNIMPLEMENTED", $"{request.Method} {request.Path} is part of the Camunda 8 API, but this server does not offer it; docs/api.md lists what it offers.")
            : Problems.NotFound($"There is nothing at {request.Path}."))
        .ExcludeFromDescription();
}
