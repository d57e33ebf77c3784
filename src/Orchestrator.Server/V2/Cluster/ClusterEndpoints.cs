using System.Reflection;
using System.Security.Claims;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.V2.Cluster;

/// <summary>What a client asks first: who is there, is it well, who am I.</summary>
internal static class ClusterEndpoints
{
    private static readonly string s_version = typeof(ClusterEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static void Map(IEndpointRouteBuilder v2)
    {
        v2.MapGet("/topology", (HttpContext context) => TypedResults.Ok(TopologyOf(context))).Described("getTopology", "Which nodes answer.");
        v2.MapGet("/status", () => TypedResults.NoContent()).Described("getStatus", "Answers 204 when this node serves.").AllowAnonymous();
        v2.MapGet("/license", () => TypedResults.Ok(new License())).Described("getLicense", "The licence: free software.").AllowAnonymous();
        v2.MapGet("/authentication/me", (ClaimsPrincipal principal) => TypedResults.Ok(MeOf(principal))).Described("getAuthentication", "The account that asks, with its roles and groups.");
    }

    private static Topology TopologyOf(HttpContext context) => new()
    {
        GatewayVersion = s_version,
        Brokers = [new(0, context.Request.Host.Host, context.Request.Host.Port ?? 80, [new(1, "leader", "healthy")], s_version)],
    };

    private static Me MeOf(ClaimsPrincipal principal)
    {
        var user = CurrentUser.Of(principal);
        return new() { Username = user.UserName, DisplayName = user.DisplayName, Groups = user.Groups, Roles = user.Roles };
    }
}
