using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Orchestrator.Storage.Accounts;

namespace Orchestrator.Server.Security;

/// <summary>HTTP Basic (RFC 7617) for programs: local and service accounts. A bearer token is refused clearly: none is issued here.</summary>
internal sealed class BasicSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    UserManager<Account> accounts, SignInManager<Account> signIn, IPasswordHasher<Account> hasher, RecentSignIns recent)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Basic";

    private const string Wrong = "The account does not exist, the password is wrong, or the account is locked.";

    // Verified when the account does not exist, so that the time of the answer does not tell.
    private static readonly Account s_nobody = new() { UserName = "nobody", DisplayName = "nobody" };

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header)) return AuthenticateResult.NoResult();
        if (!header.Scheme.Equals(SchemeName, StringComparison.OrdinalIgnoreCase))
            return Refused($"The scheme {header.Scheme} is not accepted here; use Basic with a local or service account.");
        if (Read(header.Parameter) is not var (name, password)) return Refused("The Basic credentials are not base 64 of name:password.");

        if (recent.Find(name, password) is { } known) return Accepted(known);
        var account = await accounts.FindByNameAsync(name);
        if (account is null)
        {
            hasher.VerifyHashedPassword(s_nobody, s_nobodyHash.Value, password);
            return Refused(Wrong);
        }
        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (!result.Succeeded) return Refused(Wrong);
        var principal = await signIn.CreateUserPrincipalAsync(account);
        recent.Keep(name, password, principal);
        return Accepted(principal);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Basic realm=\"Orchestrator\", charset=\"UTF-8\"";
        var detail = Context.Items[typeof(BasicSignIn)] as string ?? "This address needs a sign-in: HTTP Basic with a local or service account.";
        return Problems.Of(StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", detail).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Forbidden("This account has no role that may do this.").ExecuteAsync(Context);

    private static readonly Lazy<string> s_nobodyHash = new(() => new PasswordHasher<Account>().HashPassword(s_nobody, "no password has this hash"));

    private static AuthenticateResult Accepted(ClaimsPrincipal principal) =>
        AuthenticateResult.Success(new(principal, SchemeName));

    private AuthenticateResult Refused(string reason)
    {
        Context.Items[typeof(BasicSignIn)] = reason;
        return AuthenticateResult.Fail(reason);
    }

    private static (string Name, string Password)? Read(string? parameter)
    {
        try
        {
            var text = Encoding.UTF8.GetString(Convert.FromBase64String(parameter ?? ""));
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            return colon < 1 ? null : (text[..colon], text[(colon + 1)..]);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
