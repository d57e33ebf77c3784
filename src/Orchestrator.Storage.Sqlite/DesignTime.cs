using Microsoft.EntityFrameworkCore.Design;
using Orchestrator.Cases;
using Orchestrator.Storage.Accounts;

namespace Orchestrator.Storage.Sqlite;

// What `dotnet ef` builds the contexts with when it writes a migration (src/Build/migration.sh). No database is opened.

internal sealed class EngineDesign : IDesignTimeDbContextFactory<SqliteEngineContext>
{
    public SqliteEngineContext CreateDbContext(string[] args) => new(SqliteContexts.Engine("design.db"));
}

internal sealed class CasesDesign : IDesignTimeDbContextFactory<CasesContext>
{
    public CasesContext CreateDbContext(string[] args) => new(SqliteContexts.Cases("design.db"));
}

internal sealed class AccountsDesign : IDesignTimeDbContextFactory<AccountsContext>
{
    public AccountsContext CreateDbContext(string[] args) => new(SqliteContexts.Accounts("design.db"));
}
