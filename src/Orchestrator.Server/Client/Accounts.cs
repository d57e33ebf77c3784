using Microsoft.AspNetCore.Identity;
using Orchestrator.Contracts.Client;
using Orchestrator.Server.Security;
using Orchestrator.Storage.Accounts;

namespace Orchestrator.Server.Client;

/// <summary>Signing in with a cookie. Five wrong passwords lock the account for a quarter of an hour.</summary>
internal sealed class Accounts(SignInManager<Account> signIn, UserManager<Account> accounts, IPasswordHasher<Account> hasher) : IAccounts
{
    private static readonly Account s_nobody = new() { UserName = "nobody", DisplayName = "nobody" };
    private static readonly Lazy<string> s_nobodyHash = new(() => new PasswordHasher<Account>().HashPassword(s_nobody, "no password has this hash"));

    public async Task<Outcome<ActingUser>> SignInAsync(SignIn request, CancellationToken cancellation)
    {
        var account = await accounts.FindByNameAsync(request.UserName);
        if (account is null)
        {
            // As slow as a wrong password: the time of the answer does not tell which names exist.
            hasher.VerifyHashedPassword(s_nobody, s_nobodyHash.Value, request.Password);
            return WrongPassword();
        }
        var result = await signIn.PasswordSignInAsync(account, request.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.IsLockedOut) return new Refusal(RefusalKind.NotSignedIn, "LockedOut", "Too many wrong passwords: the account is locked for a quarter of an hour.");
        if (!result.Succeeded) return WrongPassword();
        return CurrentUser.Of(await signIn.CreateUserPrincipalAsync(account));
    }

    public Task SignOutAsync(CancellationToken cancellation) => signIn.SignOutAsync();

    private static Refusal WrongPassword() => new(RefusalKind.NotSignedIn, "WrongPassword", "The account does not exist or the password is wrong.");
}
