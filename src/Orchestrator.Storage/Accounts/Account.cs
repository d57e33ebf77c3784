using Microsoft.AspNetCore.Identity;

namespace Orchestrator.Storage.Accounts;

/// <summary>A local account. Its user name is the actor in histories: never a tax code or an e-mail address. Candidate groups are claims.</summary>
public sealed class Account : IdentityUser<long>
{
    /// <summary>The name shown to people.</summary>
    public required string DisplayName { get; set; }
}
