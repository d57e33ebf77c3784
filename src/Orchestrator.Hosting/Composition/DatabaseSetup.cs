using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Cases;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Storage;
using Orchestrator.Storage.Accounts;
using Orchestrator.Storage.PostgreSql;
using Orchestrator.Storage.Sqlite;

namespace Orchestrator.Hosting.Composition;

/// <summary>Chooses the database that the configuration names.</summary>
internal static class DatabaseSetup
{
    public static void AddDatabase(this IServiceCollection services, OrchestratorOptions options)
    {
        services.AddSingleton(provider => StorageOptionsOf(options, provider.GetRequiredService<Places>()));
        switch (options.Database.Provider.ToLowerInvariant())
        {
            case "sqlite": services.AddSqlite(); break;
            case "postgresql": services.AddPostgreSql(options.Database.ConnectionString); break;
            default:
                throw new StartRefusedException($"Expected Database:Provider to be sqlite or postgresql, but it is '{options.Database.Provider}': set one of them.");
        }
    }

    private static void AddSqlite(this IServiceCollection services)
    {
        services.AddSingleton<SqliteWriteGate>();
        services.AddSingleton<ICasesWriteGate>(provider => provider.GetRequiredService<SqliteWriteGate>());
        services.AddSingleton<IDatabase, SqliteChoice>();
        services.AddPooledDbContextFactory<CasesContext>((provider, builder) => SqliteContexts.ConfigureCases(builder, provider.GetRequiredService<Places>().DatabaseFile, provider.GetRequiredService<StorageOptions>()));
        services.AddDbContextFactory<AccountsContext>((provider, builder) => SqliteContexts.ConfigureAccounts(builder, provider.GetRequiredService<Places>().DatabaseFile));
    }

    private static void AddPostgreSql(this IServiceCollection services, string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
            throw new StartRefusedException("Expected Database:ConnectionString to name the PostgreSQL database, but it is empty: set it, for example Host=127.0.0.1;Database=orchestrator;Username=orchestrator.");
        services.AddSingleton<ICasesWriteGate, OpenCasesWriteGate>();
        services.AddSingleton<IDatabase>(provider => new PostgreSqlChoice(connectionString, provider.GetRequiredService<StorageOptions>(), provider.GetRequiredService<TimeProvider>()));
        services.AddPooledDbContextFactory<CasesContext>((_, builder) => PostgreSqlContexts.ConfigureCases(builder, connectionString));
        services.AddDbContextFactory<AccountsContext>((_, builder) => PostgreSqlContexts.ConfigureAccounts(builder, connectionString));
    }

    private static StorageOptions StorageOptionsOf(OrchestratorOptions options, Places places) => new()
    {
        MasterKey = string.IsNullOrWhiteSpace(options.Encryption.MasterKey) ? null : options.Encryption.MasterKey,
        MasterKeyFile = places.MasterKeyFile,
        SurvivesLossOfPower = options.Database.Synchronous.ToLowerInvariant() switch
        {
            "full" => true,
            "normal" => false,
            _ => throw new StartRefusedException($"Expected Database:Synchronous to be full or normal, but it is '{options.Database.Synchronous}': set full."),
        },
        DatabaseClock = options.Database.Provider.Equals("postgresql", StringComparison.OrdinalIgnoreCase) && !options.Clock.Virtual,
    };
}
