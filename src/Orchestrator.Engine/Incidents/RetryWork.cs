using Orchestrator.Engine.Batches;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Incidents;

/// <summary>The rows of a list of incidents: each is retried as it is, while it is open, whatever else happened to its instance.</summary>
internal sealed class RetryWork : IBatchWork
{
    public BatchKind Kind => BatchKind.Retry;

    public Task<Func<BatchRow, Command>> CommandsAsync(Batch batch) => Task.FromResult<Func<BatchRow, Command>>(row => new Command.ResolveIncident(row.Key, FeelContext.Empty));

    public bool Stands(InstanceState state, BatchRow row) => state.Incidents.ContainsKey(row.Key);
}
