using Orchestrator.Cases;

namespace Orchestrator.Storage.Sqlite;

/// <summary>SQLite has one writer: everything in this process that writes to the file passes here, in the order it came, instead of polling a lock (design §8.13).</summary>
public sealed class SqliteWriteGate : ICasesWriteGate, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Nobody enters any more.</summary>
    public bool IsClosed { get; private set; }

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable> EnterAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        return new Passage(_turn);
    }

    public void Dispose()
    {
        IsClosed = true;
        _turn.Dispose();
    }

    private sealed class Passage(SemaphoreSlim turn) : IAsyncDisposable
    {
        private int _left;

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) turn.Release();
            return ValueTask.CompletedTask;
        }
    }
}
