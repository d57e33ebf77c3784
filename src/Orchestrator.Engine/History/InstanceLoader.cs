using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.History;

/// <summary>State from the disk: the newest snapshot and the events after it. Asserts that replay reaches what the instance row says.</summary>
internal sealed class InstanceLoader(IStore store, DefinitionCatalog definitions)
{
    public async Task<LoadedState?> LoadAsync(InstanceId instance)
    {
        var loaded = await store.LoadAsync(instance, CancellationToken.None).ConfigureAwait(false);
        if (loaded is null) return null;
        var state = Replay.From(instance, loaded.Snapshot, loaded.Entries);
        Invariant.Holds(state.Version == loaded.Version, $"replay of instance {instance} reaches version {loaded.Version} of its row, and not {state.Version}");
        Invariant.Holds(loaded.HeadHash.Length == 32, "an instance has a head hash");
        await definitions.EnsureAsync(state).ConfigureAwait(false);
        return new LoadedState(state, loaded.HeadHash, loaded.Snapshot?.Version ?? 0);
    }
}
