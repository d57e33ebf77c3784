using Npgsql;
using Orchestrator.Cases;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Accounts;

namespace Orchestrator.Storage.PostgreSql;

/// <summary>The server database: one for engine, cases and accounts, shared by any number of nodes.</summary>
public static class PostgreSqlStorage
{
    /// <summary>Brings the schema up to date, for all three contexts.</summary>
    /// <exception cref="StorageStartException">The server does not answer, refuses the account, is full, or the schema is newer than this program.</exception>
    public static async Task MigrateAsync(string connectionString, CancellationToken cancellation)
    {
        var name = NameOf(connectionString);
        try
        {
            await using var source = NpgsqlDataSource.Create(connectionString);
            await using (var engine = new PostgreSqlEngineContext(PostgreSqlContexts.Engine(source)))
                await Schema.ApplyAsync(engine, name, cancellation);
            await using (var cases = new CasesContext(PostgreSqlContexts.Cases(connectionString)))
                await Schema.ApplyAsync(cases, name, cancellation);
            await using (var accounts = new AccountsContext(PostgreSqlContexts.Accounts(connectionString)))
                await Schema.ApplyAsync(accounts, name, cancellation);
        }
        catch (NpgsqlException failure)
        {
            throw Explain(name, failure);
        }
    }

    /// <summary>Opens the engine's ports on a database whose schema is up to date.</summary>
    /// <exception cref="StorageStartException">The server cannot be used, or the master key is not the database's own.</exception>
    public static async Task<EngineStorage> OpenAsync(string connectionString, StorageOptions options, TimeProvider time, ICrashPoints crash, CancellationToken cancellation)
    {
        var database = new PostgreSqlDatabase(connectionString, options.DatabaseClock, crash);
        try
        {
            PostgreSqlCommitter? committer = null;
            return await EngineStorage.OpenAsync(database, options, time, tools => committer = new PostgreSqlCommitter(database, tools, crash), Close, cancellation);

            async ValueTask Close()
            {
                if (committer is not null) await committer.DisposeAsync();
                await database.DisposeAsync();
            }
        }
        catch (NpgsqlException failure)
        {
            await database.DisposeAsync();
            throw Explain(NameOf(connectionString), failure);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    private static string NameOf(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        return $"{parts.Database} on {parts.Host}:{parts.Port}";
    }

    private static StorageStartException Explain(string name, NpgsqlException failure) => new(failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => $"There is no database {name}: create it and start again.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            $"PostgreSQL refuses the account for {name}: check user and password in the connection string.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => $"The account may not change the schema of {name}: give it the right to create tables there.",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => $"The disk of the database {name} is full: free some space and start again; nothing was lost.",
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => $"The database {name} is locked by another program: stop it and start again.",
        PostgresException answer => $"The database {name} cannot be used ({answer.SqlState}: {answer.MessageText}): ask who runs it.",
        _ => $"PostgreSQL does not answer for {name} ({failure.InnerException?.Message ?? failure.Message}): check that it runs and that the connection string names it.",
    }, failure);
}
