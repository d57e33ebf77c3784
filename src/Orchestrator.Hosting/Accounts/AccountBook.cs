using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Contracts.Client;
using Orchestrator.Storage.Accounts;

namespace Orchestrator.Hosting.Accounts;

/// <summary>Makes accounts and finds the names of actors.</summary>
public sealed class AccountBook(UserManager<Account> accounts, RoleManager<IdentityRole<long>> roles, IDbContextFactory<AccountsContext> contexts)
{
    // Without letters and digits that look alike.
    private const string PasswordAlphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int PasswordChars = 20;

    // More people than this no list offers.
    private const int ColleaguesMax = 2_000;

    /// <summary>True when there is no account at all: the first start.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation) => !await accounts.Users.AnyAsync(cancellation);

    /// <summary>The names of all accounts, at most <paramref name="take"/>.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(int take, CancellationToken cancellation) =>
        await accounts.Users.OrderBy(account => account.Id).Select(account => account.UserName!).Take(take).ToListAsync(cancellation);

    /// <summary>An account as it would sign in now; null for one that does not exist or is locked.</summary>
    public async Task<ActingUser?> FindAsync(string userName)
    {
        if (await accounts.FindByNameAsync(userName) is not { } account || await accounts.IsLockedOutAsync(account)) return null;
        var groups = (await accounts.GetClaimsAsync(account)).Where(claim => claim.Type == SessionClaims.Group).Select(claim => claim.Value);
        return new(account.UserName!, account.DisplayName, [.. groups], [.. await accounts.GetRolesAsync(account)]);
    }

    /// <summary>All groups that some account belongs to, by name.</summary>
    public async Task<IReadOnlyList<string>> GroupsAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.UserClaims.Where(claim => claim.ClaimType == SessionClaims.Group).Select(claim => claim.ClaimValue!).Distinct().OrderBy(group => group).ToListAsync(cancellation);
    }

    /// <summary>Deletes an account with its roles, groups and password; one that is not there is no error.</summary>
    public async Task RemoveAsync(string userName)
    {
        if (await accounts.FindByNameAsync(userName) is { } account) Demand(await accounts.DeleteAsync(account));
    }

    /// <summary>Makes an account with its roles and groups.</summary>
    /// <returns>Null when it was made; otherwise every reason why it was not, one sentence each.</returns>
    public async Task<IReadOnlyList<string>?> CreateAsync(NewAccount wanted, string password, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var account = new Account { UserName = wanted.UserName, DisplayName = wanted.DisplayName, LockoutEnabled = true };
        var made = await accounts.CreateAsync(account, password);
        if (!made.Succeeded) return Reasons(made);
        foreach (var role in wanted.Roles)
            if (!await roles.RoleExistsAsync(role)) Demand(await roles.CreateAsync(new(role)));
        Demand(await accounts.AddToRolesAsync(account, wanted.Roles));
        Demand(await accounts.AddClaimsAsync(account, wanted.Groups.Select(group => new Claim(SessionClaims.Group, group))));
        return null;
    }

    /// <summary>The names to show of these accounts; one that does not exist (any more) is missing.</summary>
    public async Task<IReadOnlyDictionary<string, string>> DisplayNamesAsync(IEnumerable<string> userNames, CancellationToken cancellation)
    {
        var names = userNames.Select(name => accounts.NormalizeName(name)).Distinct().ToList();
        if (names.Count == 0) return new Dictionary<string, string>();
        return await accounts.Users.AsNoTracking().Where(account => names.Contains(account.NormalizedUserName!))
            .ToDictionaryAsync(account => account.UserName!, account => account.DisplayName, cancellation);
    }

    /// <summary>Who does tasks (operators and supervisors), with their groups, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var doing = context.UserRoles.Where(of => context.Roles.Any(role => role.Id == of.RoleId && (role.Name == Roles.Operator || role.Name == Roles.Supervisor))).Select(of => of.UserId);
        var people = await context.Users.AsNoTracking().Where(account => doing.Contains(account.Id)).OrderBy(account => account.DisplayName).Take(ColleaguesMax)
            .Select(account => new { account.Id, account.UserName, account.DisplayName }).ToListAsync(cancellation);
        var claims = await context.UserClaims.AsNoTracking().Where(claim => claim.ClaimType == SessionClaims.Group && doing.Contains(claim.UserId)).ToListAsync(cancellation);
        var groups = claims.ToLookup(claim => claim.UserId, claim => claim.ClaimValue!);
        return [.. people.Select(person => new Colleague(person.UserName!, person.DisplayName, [.. groups[person.Id]]))];
    }

    /// <summary>A password that nobody has to remember.</summary>
    public static string NewPassword() => RandomNumberGenerator.GetString(PasswordAlphabet, PasswordChars);

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(' ', Reasons(result)));
    }

    private static List<string> Reasons(IdentityResult result) => [.. result.Errors.Select(error => error.Description)];
}

/// <summary>Somebody who does tasks.</summary>
public sealed record Colleague(string UserName, string DisplayName, IReadOnlyList<string> Groups);
