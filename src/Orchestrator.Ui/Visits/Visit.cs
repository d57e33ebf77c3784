using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Visits;

/// <summary>The request that a page answers: who is signed in, where, and what time it is.</summary>
public sealed class Visit(IHttpContextAccessor accessor, TimeProvider time)
{
    /// <summary>The signed-in user from the cookie's claims; null when nobody is signed in.</summary>
    public ActingUser? User { get; } = UserOf(accessor.HttpContext?.User);

    /// <summary>One reading of the clock for the whole page.</summary>
    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>Path and query of the request, for a way back.</summary>
    public string Url { get; } = $"{accessor.HttpContext?.Request.Path}{accessor.HttpContext?.Request.QueryString}";

    /// <summary>The signed-in user; pages behind a sign-in have one.</summary>
    public ActingUser Required => User ?? throw new InvalidOperationException("Expected a signed-in user, but the page was reached without one.");

    private static ActingUser? UserOf(ClaimsPrincipal? principal)
    {
        if (principal?.Identity?.IsAuthenticated != true || principal.FindFirstValue(SessionClaims.UserName) is not { } name)
            return null;

        return new(
            name,
            principal.FindFirstValue(SessionClaims.DisplayName) ?? name,
            [.. principal.FindAll(SessionClaims.Group).Select(claim => claim.Value)],
            [.. principal.FindAll(SessionClaims.Role).Select(claim => claim.Value)]);
    }
}
