using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Engine.History;

/// <summary>Reads states for those who do not decide: senders, workers' variables, pages. The state is a committed one, read now.</summary>
public sealed class StateReader
{
    private readonly IStore _store;
    private readonly InstanceLoader _loader;
    private readonly InstanceCache _cache;

    internal StateReader(IStore store, InstanceLoader loader, InstanceCache cache)
    {
        _store = store;
        _loader = loader;
        _cache = cache;
    }

    /// <summary>The state as it stands, or null when there is no such instance. A state in memory serves while the stored head is its own.</summary>
    public async Task<InstanceState?> FindAsync(InstanceId instance)
    {
        if (_cache.Find(instance) is { } known && await _store.HeadAsync(instance, CancellationToken.None).ConfigureAwait(false) is { } head && head.IsOf(known.State.Version, known.HeadHash))
            return known.State;
        return (await _loader.LoadAsync(instance).ConfigureAwait(false))?.State;
    }

    internal async Task<ElementInstance?> FindAsync(ScopeKey key) =>
        (await FindAsync(key.Instance).ConfigureAwait(false))?.Elements.GetValueOrDefault(key);
}
