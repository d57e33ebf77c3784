using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Accounts;

/// <summary>
/// Accounts, roles and the keys that protect cookies, all in tables prefixed <c>identity_</c>. One model for every database: instants are UTC milliseconds since 1970.
/// Migrations live beside each provider.
/// </summary>
public sealed class AccountsContext(DbContextOptions<AccountsContext> options) : IdentityDbContext<Account, IdentityRole<long>, long>(options)
{
    public const string TablePrefix = "identity_";

    /// <summary>Longest name of an account, a role or a group.</summary>
    public const int NameCharsMax = 256;

    internal DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MillisecondsConverter>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().ToTable(TablePrefix + "accounts").Property(account => account.DisplayName).HasMaxLength(NameCharsMax);
        builder.Entity<IdentityRole<long>>().ToTable(TablePrefix + "roles");
        builder.Entity<IdentityUserRole<long>>().ToTable(TablePrefix + "account_roles");
        builder.Entity<IdentityUserClaim<long>>().ToTable(TablePrefix + "account_claims");
        builder.Entity<IdentityUserLogin<long>>().ToTable(TablePrefix + "account_logins");
        builder.Entity<IdentityUserToken<long>>().ToTable(TablePrefix + "account_tokens");
        builder.Entity<IdentityRoleClaim<long>>().ToTable(TablePrefix + "role_claims");
        builder.Entity<ProtectionKey>().ToTable(TablePrefix + "protection_keys").HasKey(key => key.Id);
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(SnakeCase.Of(property.Name));
    }

    private sealed class MillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
