using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Storage.Accounts;

namespace Orchestrator.Hosting.Accounts;

/// <summary>Local accounts: ASP.NET Core Identity over the tables <c>identity_</c>.</summary>
internal static class AccountSetup
{
    private const int PasswordCharsMin = 12;
    private const int FailedSignInsMax = 5;
    private static readonly TimeSpan s_lockOut = TimeSpan.FromMinutes(15);

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
            {
                // Length is what helps against guessing; rules about kinds of characters only make people write passwords down.
                options.Password.RequiredLength = PasswordCharsMin;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 5;
                options.Lockout.MaxFailedAccessAttempts = FailedSignInsMax;
                options.Lockout.DefaultLockoutTimeSpan = s_lockOut;
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._+";
            })
            .AddRoles<IdentityRole<long>>()
            .AddEntityFrameworkStores<AccountsContext>()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.AddScoped<AccountBook>();
        services.AddScoped<FeedBook>();
        services.AddDataProtection().SetApplicationName("orchestrator");
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton<ProtectionKeyEncryptor>();
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys, ProtectionKeyEncryptor>((options, keys, encryptor) =>
        {
            options.XmlRepository = keys;
            options.XmlEncryptor = encryptor;
        });
    }
}
