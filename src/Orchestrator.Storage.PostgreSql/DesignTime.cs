using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using Orchestrator.Cases;
using Orchestrator.Storage.Accounts;

namespace Orchestrator.Storage.PostgreSql;

// What `dotnet ef` builds the contexts with when it writes a migration (src/Build/migration.sh). No database is opened.

internal sealed class EngineDesign : IDesignTimeDbContextFactory<PostgreSqlEngineContext>
{
    public PostgreSqlEngineContext CreateDbContext(string[] args) => new(PostgreSqlContexts.Engine(NpgsqlDataSource.Create(DesignDatabase.Name)));
}

internal sealed class CasesDesign : IDesignTimeDbContextFactory<CasesContext>
{
    public CasesContext CreateDbContext(string[] args) => new(PostgreSqlContexts.Cases(DesignDatabase.Name));
}

internal sealed class AccountsDesign : IDesignTimeDbContextFactory<AccountsContext>
{
    public AccountsContext CreateDbContext(string[] args) => new(PostgreSqlContexts.Accounts(DesignDatabase.Name));
}

internal static class DesignDatabase
{
    public const string Name = "Host=localhost;Database=design";
}
