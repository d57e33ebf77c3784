using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Model;
using Orchestrator.Storage.Sql;

namespace Orchestrator.Storage.Sqlite;

/// <summary>
/// One SQLite file: pooled connections to read, one connection to write behind the gate. WAL with <c>synchronous=FULL</c>, unless the options say otherwise: a commit
/// that returned survives the loss of power, and readers do not wait for writers.
/// </summary>
internal sealed class SqliteDatabase : SqlDatabase, IDisposable
{
    private readonly string _connectionString;
    private readonly DbContextOptions<SqliteEngineContext> _options;
    private readonly SqliteConnection _writer;
    private readonly SqliteWriteGate _sealing = new();

    public SqliteDatabase(string path, StorageOptions options, SqliteWriteGate gate, ICrashPoints crash) : base(new SqliteDialect(), crash)
    {
        Gate = gate;
        _connectionString = SqliteConnections.To(path);
        _options = SqliteContexts.Engine(path, new CrashInterceptor(crash), new OnOpened(SqliteConnections.Mapped));
        _writer = new SqliteConnection(_connectionString);
        _writer.Open();
        SqliteConnections.PrepareWriter(_writer, options);
    }

    public SqliteWriteGate Gate { get; }

    /// <summary>The writing connection; to be used under the gate alone.</summary>
    public SqliteConnection Writer => _writer;

    public override async Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await SqliteConnections.OpenReaderAsync(_connectionString, cancellation);
        return await work(new SqlSession(connection, null, Dialect, Crash));
    }

    public override async Task<T> ReadConsistentAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await SqliteConnections.OpenReaderAsync(_connectionString, cancellation);
        // Deferred: in WAL mode it takes no lock and sees one snapshot.
        await using var transaction = connection.BeginTransaction(deferred: true);
        return await work(new SqlSession(connection, transaction, Dialect, Crash));
    }

    public override async Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation)
    {
        await using var turn = await Gate.EnterAsync(cancellation);
        await using var transaction = _writer.BeginTransaction(deferred: false);
        var result = await work(new SqlSession(_writer, transaction, Dialect, Crash));
        Crash.Pass("before commit");
        await transaction.CommitAsync(cancellation);
        Crash.Pass("after commit");
        return result;
    }

    public override EngineContext NewContext() => new SqliteEngineContext(_options);

    public override async Task<T> ReadContextAsync<T>(Func<EngineContext, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await SqliteConnections.OpenReaderAsync(_connectionString, cancellation);
        await using var transaction = connection.BeginTransaction(deferred: true);
        await using var context = new SqliteEngineContext(SqliteContexts.Engine(connection, new CrashInterceptor(Crash)));
        await context.Database.UseTransactionAsync(transaction, cancellation);
        return await work(context);
    }

    public override async Task<T> WriteContextAsync<T>(Func<EngineContext, Task<T>> work, CancellationToken cancellation)
    {
        await using var turn = await Gate.EnterAsync(cancellation);
        await using var context = NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var result = await work(context);
        Crash.Pass("before commit");
        await transaction.CommitAsync(cancellation);
        Crash.Pass("after commit");
        return result;
    }

    /// <summary>A file has one node; other programs beside it meet the lock beside the file of checkpoints.</summary>
    public override async Task<IAsyncDisposable> LockAsync(DatabaseLock which, CancellationToken cancellation) => await _sealing.EnterAsync(cancellation);

    public void Dispose()
    {
        _sealing.Dispose();
        _writer.Dispose();
        using var pooled = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(pooled);
    }
}
