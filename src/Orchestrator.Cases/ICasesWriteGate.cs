namespace Orchestrator.Cases;

/// <summary>
/// Where a database has one writer (SQLite), everything that writes to the file passes one gate. The storage of such a database supplies its gate; elsewhere
/// the gate stands open.
/// </summary>
public interface ICasesWriteGate
{
    /// <summary>Waits for the turn; disposing the result gives it to the next.</summary>
    ValueTask<IAsyncDisposable> EnterAsync(CancellationToken cancellation);
}
