using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Model;
using Orchestrator.Storage.Sql;

namespace Orchestrator.Storage.PostgreSql;

/// <summary>One PostgreSQL database: a pool for reads, claims and searches, and one connection for commits.</summary>
internal sealed class PostgreSqlDatabase : SqlDatabase, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _writers;
    private readonly DbContextOptions<PostgreSqlEngineContext> _options;

    public PostgreSqlDatabase(string connectionString, bool databaseClock, ICrashPoints crash) : base(new PostgreSqlDialect(databaseClock), crash)
    {
        _source = NpgsqlDataSource.Create(connectionString);
        // A plan prepared while a table is empty scans it for ever after: the commit path always goes by its keys (measured: three times faster).
        var writer = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, Pooling = false, Options = "-c enable_seqscan=off" };
        _writers = NpgsqlDataSource.Create(writer);
        _options = PostgreSqlContexts.Engine(_source, new CrashInterceptor(crash));
    }

    public ValueTask<NpgsqlConnection> OpenWriterAsync(CancellationToken cancellation) => _writers.OpenConnectionAsync(cancellation);

    public override async Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        return await work(new SqlSession(connection, null, Dialect, Crash));
    }

    public override async Task<T> ReadConsistentAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return await work(new SqlSession(connection, transaction, Dialect, Crash));
    }

    public override async Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var result = await work(new SqlSession(connection, transaction, Dialect, Crash));
        Crash.Pass("before commit");
        await transaction.CommitAsync(cancellation);
        Crash.Pass("after commit");
        return result;
    }

    public override EngineContext NewContext() => new PostgreSqlEngineContext(_options);

    public override async Task<T> ReadContextAsync<T>(Func<EngineContext, Task<T>> work, CancellationToken cancellation)
    {
        await using var context = NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return await work(context);
    }

    public override async Task<T> WriteContextAsync<T>(Func<EngineContext, Task<T>> work, CancellationToken cancellation)
    {
        await using var context = NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var result = await work(context);
        Crash.Pass("before commit");
        await transaction.CommitAsync(cancellation);
        Crash.Pass("after commit");
        return result;
    }

    public override async Task<IAsyncDisposable> LockAsync(DatabaseLock which, CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation);
        try
        {
            // Of the session: the server gives it back when the connection breaks.
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { CommandTimeout = 0 };
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = (long)which });
            await command.ExecuteNonQueryAsync(cancellation);
            return new AdvisoryLock(connection, which);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private sealed class AdvisoryLock(NpgsqlConnection connection, DatabaseLock which) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", connection);
                command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = (long)which });
                await command.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writers.DisposeAsync();
        await _source.DisposeAsync();
    }
}
