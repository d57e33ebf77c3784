namespace Orchestrator.Contracts.Client;

/// <summary>Who asks. Made by the page from the signed-in cookie's claims (<see cref="SessionClaims"/>), never from a form.</summary>
/// <param name="UserName">The account's name: the actor in history.</param>
/// <param name="DisplayName">The name shown to people.</param>
/// <param name="Groups">Candidate groups, such as <c>regione</c> or <c>cpi:08</c>.</param>
/// <param name="Roles">Roles (<see cref="Roles"/>).</param>
public sealed record ActingUser(string UserName, string DisplayName, IReadOnlyList<string> Groups, IReadOnlyList<string> Roles)
{
    /// <summary>True when the user has at least one of the roles.</summary>
    public bool Has(params string[] roles) => Roles.Any(roles.Contains);
}

/// <summary>Names of the claims that a sign-in writes and a page reads.</summary>
public static class SessionClaims
{
    /// <summary>The account's name.</summary>
    public const string UserName = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name";

    /// <summary>One per role.</summary>
    public const string Role = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";

    /// <summary>The name shown to people.</summary>
    public const string DisplayName = "orch:name";

    /// <summary>One per candidate group.</summary>
    public const string Group = "orch:group";
}

/// <summary>The roles of design: what an account may do.</summary>
public static class Roles
{
    public const string Designer = "designer";
    public const string Operator = "operator";
    public const string Supervisor = "supervisor";
    public const string Auditor = "auditor";
    public const string Admin = "admin";

    /// <summary>A service account: starts processes, does jobs and publishes messages over HTTP; it sees no page.</summary>
    public const string Worker = "worker";
}
