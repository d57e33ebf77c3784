using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Engine.Runtime;

/// <summary>Deletes what has expired and reads what other nodes deployed. Not part of quiescence: nothing waits for it.</summary>
internal sealed class Housekeeper(IWorkQueue queue, DefinitionCatalog definitions, TimeProvider time)
{
    private const int RowsAtOnce = 1_000;

    public async Task SweepAsync(CancellationToken cancellation)
    {
        await definitions.RefreshAsync(cancellation).ConfigureAwait(false);
        while (await queue.ForgetExpiredAsync(time.GetUtcNow(), RowsAtOnce, cancellation).ConfigureAwait(false) >= RowsAtOnce) { }
    }
}
