using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>One database as the shared parts of a store see it: sessions to read, transactions to write, contexts to search.</summary>
internal abstract class SqlDatabase(SqlDialect dialect, ICrashPoints crash)
{
    public SqlDialect Dialect { get; } = dialect;

    protected ICrashPoints Crash { get; } = crash;

    /// <summary>Statements that need not agree with each other.</summary>
    public abstract Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation);

    /// <summary>Statements that all see the database at one moment.</summary>
    public abstract Task<T> ReadConsistentAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation);

    /// <summary>One transaction: all of it, durably, or nothing.</summary>
    public abstract Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellation);

    /// <summary>A context for searches: nothing is tracked.</summary>
    public abstract EngineContext NewContext();

    /// <summary>Searches that all see the database at one moment.</summary>
    public abstract Task<T> ReadContextAsync<T>(Func<EngineContext, Task<T>> work, CancellationToken cancellation);

    /// <summary>Work on a context in one transaction, which commits when the work returns.</summary>
    public abstract Task<T> WriteContextAsync<T>(Func<EngineContext, Task<T>> work, CancellationToken cancellation);

    /// <summary>Waits until no other node holds the lock; it is given back when the result is disposed of, or when the process or its connection ends.</summary>
    public abstract Task<IAsyncDisposable> LockAsync(DatabaseLock which, CancellationToken cancellation);
}
