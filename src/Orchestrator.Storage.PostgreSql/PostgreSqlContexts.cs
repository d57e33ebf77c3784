using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Orchestrator.Cases;
using Orchestrator.Storage.Accounts;

namespace Orchestrator.Storage.PostgreSql;

/// <summary>Options of the three contexts that share one database; each has a migrations table of its own.</summary>
public static class PostgreSqlContexts
{
    internal static DbContextOptions<PostgreSqlEngineContext> Engine(DbDataSource source, params IInterceptor[] interceptors)
    {
        var builder = new DbContextOptionsBuilder<PostgreSqlEngineContext>();
        builder.UseNpgsql(source, postgres => postgres.MigrationsHistoryTable("engine_migrations").MigrationsAssembly(Assembly));
        builder.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).AddInterceptors(interceptors);
        return builder.Options;
    }

    /// <summary>For <c>AddPooledDbContextFactory&lt;CasesContext&gt;</c>.</summary>
    public static void ConfigureCases(DbContextOptionsBuilder builder, string connectionString) => Configure(builder, connectionString, "cases_migrations");

    /// <summary>For <c>AddDbContextFactory&lt;AccountsContext&gt;</c>.</summary>
    public static void ConfigureAccounts(DbContextOptionsBuilder builder, string connectionString) => Configure(builder, connectionString, "identity_migrations");

    internal static DbContextOptions<CasesContext> Cases(string connectionString)
    {
        var builder = new DbContextOptionsBuilder<CasesContext>();
        ConfigureCases(builder, connectionString);
        return builder.Options;
    }

    internal static DbContextOptions<AccountsContext> Accounts(string connectionString)
    {
        var builder = new DbContextOptionsBuilder<AccountsContext>();
        ConfigureAccounts(builder, connectionString);
        return builder.Options;
    }

    private static string? Assembly => typeof(PostgreSqlContexts).Assembly.GetName().Name;

    private static void Configure(DbContextOptionsBuilder builder, string connectionString, string migrationsTable) =>
        builder.UseNpgsql(connectionString, postgres => postgres.MigrationsHistoryTable(migrationsTable).MigrationsAssembly(Assembly));
}
