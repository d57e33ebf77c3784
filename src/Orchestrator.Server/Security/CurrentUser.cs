using System.Collections.Immutable;
using System.Security.Claims;
using Orchestrator.Contracts.Client;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Security;

/// <summary>Who asks, out of the claims that the sign-in wrote.</summary>
internal static class CurrentUser
{
    public static ActingUser Of(ClaimsPrincipal principal)
    {
        var name = principal.FindFirstValue(SessionClaims.UserName)
            ?? throw new InvalidOperationException("Expected a signed-in account at an address that asks for one.");
        return new(
            name, principal.FindFirstValue(SessionClaims.DisplayName) ?? name,
            principal.FindAll(SessionClaims.Group).Select(claim => claim.Value).ToList(),
            principal.FindAll(SessionClaims.Role).Select(claim => claim.Value).ToList());
    }

    /// <summary>The same as the engine knows actors. A supervisor acts on tasks of any group.</summary>
    public static Actor Actor(this ActingUser user) =>
        new(user.UserName, user.Groups.ToImmutableHashSet(StringComparer.Ordinal)) { Unrestricted = user.Has(Roles.Supervisor) };
}
