using Orchestrator.Engine.Batches;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Migrating;

/// <summary>The rows of a rehearsed migration.</summary>
internal sealed class MigrationWork(DefinitionCatalog definitions) : IBatchWork
{
    public BatchKind Kind => BatchKind.Migration;

    public async Task<Func<BatchRow, Command>> CommandsAsync(Batch batch)
    {
        var target = MigrationTarget.Of(batch);
        await definitions.EnsureAsync(target.Target).ConfigureAwait(false);
        return row => new Command.MigrateInstance(row.Key, target.Target, target.Mapping);
    }

    public bool Stands(InstanceState state, BatchRow row) => state.Version == row.Position;
}
