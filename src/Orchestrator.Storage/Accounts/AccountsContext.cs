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

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<CalendarFeedEntry> CalendarFeedEntries => Set<CalendarFeedEntry>();

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
        BuildFeeds(builder);
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(SnakeCase.Of(property.Name));
    }

    private static void BuildFeeds(ModelBuilder builder)
    {
        var feed = builder.Entity<CalendarFeed>().ToTable(TablePrefix + "calendar_feeds");
        feed.HasKey(row => row.Id);
        feed.Property(row => row.Owner).HasMaxLength(NameCharsMax);
        feed.Property(row => row.Group).HasMaxLength(NameCharsMax);
        feed.Property(row => row.SecretHash).HasMaxLength(CalendarFeed.HashBytes);
        feed.HasIndex(row => row.SecretHash).IsUnique();
        feed.HasIndex(row => row.Request).IsUnique();
        feed.HasIndex(row => row.Owner);

        var entry = builder.Entity<CalendarFeedEntry>().ToTable(TablePrefix + "calendar_feed_entries");
        entry.HasKey(row => new { row.Feed, row.Deadline });
        entry.Property(row => row.Deadline).HasMaxLength(CalendarFeedEntry.TextCharsMax);
        entry.Property(row => row.Title).HasMaxLength(CalendarFeedEntry.TextCharsMax);
        entry.HasOne<CalendarFeed>().WithMany().HasForeignKey(row => row.Feed).OnDelete(DeleteBehavior.Cascade);
    }

    private sealed class MillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
