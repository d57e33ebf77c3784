namespace Orchestrator.Cases;

/// <summary>A gate that always stands open, for databases with many writers.</summary>
public sealed class OpenCasesWriteGate : ICasesWriteGate
{
    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable> EnterAsync(CancellationToken cancellation) => ValueTask.FromResult<IAsyncDisposable>(Passage.Free);

    private sealed class Passage : IAsyncDisposable
    {
        public static readonly Passage Free = new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
