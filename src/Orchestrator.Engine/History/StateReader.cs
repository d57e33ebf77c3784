using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Engine.History;

/// <summary>Reads states for those who do not decide: senders, workers' variables, pages. The state is a committed one, read now.</summary>
public sealed class StateReader
{
    private readonly InstanceLoader _loader;

    internal StateReader(InstanceLoader loader) => _loader = loader;

    /// <summary>The state as it stands, or null when there is no such instance.</summary>
    public async Task<InstanceState?> FindAsync(InstanceId instance) =>
        (await _loader.LoadAsync(instance).ConfigureAwait(false))?.State;

    internal async Task<ElementInstance?> FindAsync(ScopeKey key) =>
        (await FindAsync(key.Instance).ConfigureAwait(false))?.Elements.GetValueOrDefault(key);
}
