using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Orchestrator.Contracts.Client;
using Orchestrator.Storage.Accounts;

namespace Orchestrator.Hosting.Accounts;

/// <summary>The claims of a session: name, roles and groups as Identity has them, and the name to show.</summary>
internal sealed class AccountClaims(UserManager<Account> accounts, RoleManager<IdentityRole<long>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account, IdentityRole<long>>(accounts, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(SessionClaims.DisplayName, user.DisplayName));
        return identity;
    }
}
