using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Orchestrator.Cases;
using Orchestrator.Storage.Accounts;

namespace Orchestrator.Storage.Sqlite;

/// <summary>Options of the three contexts that share one file; each has a migrations table of its own.</summary>
public static class SqliteContexts
{
    internal static DbContextOptions<SqliteEngineContext> Engine(string path, params IInterceptor[] interceptors)
    {
        var builder = new DbContextOptionsBuilder<SqliteEngineContext>();
        Configure(builder, path, "engine_migrations");
        builder.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).AddInterceptors(interceptors);
        return builder.Options;
    }

    /// <summary>On a connection that is open already, for a consistent view.</summary>
    internal static DbContextOptions<SqliteEngineContext> Engine(SqliteConnection connection, params IInterceptor[] interceptors) =>
        new DbContextOptionsBuilder<SqliteEngineContext>().UseSqlite(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).AddInterceptors(interceptors).Options;

    /// <summary>For <c>AddPooledDbContextFactory&lt;CasesContext&gt;</c>.</summary>
    public static void ConfigureCases(DbContextOptionsBuilder builder, string path, StorageOptions options)
    {
        Configure(builder, path, "cases_migrations");
        if (!options.SurvivesLossOfPower) builder.AddInterceptors(new OnOpened(SqliteConnections.NormalSynchronous));
    }

    /// <summary>For <c>AddDbContext&lt;AccountsContext&gt;</c>.</summary>
    public static void ConfigureAccounts(DbContextOptionsBuilder builder, string path) => Configure(builder, path, "identity_migrations");

    internal static DbContextOptions<CasesContext> Cases(string path)
    {
        var builder = new DbContextOptionsBuilder<CasesContext>();
        Configure(builder, path, "cases_migrations");
        return builder.Options;
    }

    internal static DbContextOptions<AccountsContext> Accounts(string path)
    {
        var builder = new DbContextOptionsBuilder<AccountsContext>();
        ConfigureAccounts(builder, path);
        return builder.Options;
    }

    private static void Configure(DbContextOptionsBuilder builder, string path, string migrationsTable) =>
        builder.UseSqlite(SqliteConnections.To(path), sqlite => sqlite.MigrationsHistoryTable(migrationsTable).MigrationsAssembly(typeof(SqliteContexts).Assembly.GetName().Name));
}
