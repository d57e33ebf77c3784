using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Runtime;

/// <summary>Hands out numbers from blocks that the store reserves. Numbers of a block that a node does not use are lost: keys are unique, not gap-free.</summary>
internal sealed class KeyAllocator(IStore store, BlockKind kind, int block) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _next;
    private long _end;

    public async ValueTask<long> NextAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_next == _end)
            {
                var first = await store.AllocateAsync(kind, block, cancellation).ConfigureAwait(false);
                Invariant.Holds(first >= 1 && first >= _end, "blocks of numbers grow");
                _next = first;
                _end = first + block;
            }
            return _next++;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
