using Microsoft.Extensions.Logging.Abstractions;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Storage;
using Orchestrator.Testing;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>Nodes over one database of a scenario's own, the first of which may be told to die.</summary>
internal abstract class DatabaseNodes : IScenarioNodes
{
    private readonly Dictionary<EngineNode, EngineStorage> _open = [];

    /// <summary>Where the next node dies, and only that one; never when null.</summary>
    public CrashAt? Crash { get; set; }

    public async Task<EngineNode> OpenAsync(TimeProvider clock)
    {
        // Only the first node of a run dies; the next ones go on to the end.
        var crash = Crash;
        Crash = null;
        var storage = await OpenStorageAsync(clock, crash ?? ICrashPoints.None);
        // What a dead node had claimed is another's when the lease ends. The scenario's clock stands still, so the lease of the node that dies has no length:
        // that a lease is waited for is a rule of the store's kit.
        var options = new EngineOptions { Lanes = 2 };
        if (crash is not null) options = options with { ClaimFor = TimeSpan.Zero };
        var node = new EngineNode(storage.Ports, options, ItalianCalendars.Default, clock, new SilentSender(), NullLoggerFactory.Instance);
        _open.Add(node, storage);
        return node;
    }

    public async Task CloseAsync(EngineNode node)
    {
        await node.DisposeAsync();
        if (_open.Remove(node, out var storage)) await storage.DisposeAsync();
    }

    public bool IsCrash(Exception failure) => failure is CrashException || failure.InnerException is { } inner && IsCrash(inner);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _open.Keys.ToList()) await CloseAsync(node);
        await DropAsync();
    }

    protected abstract Task<EngineStorage> OpenStorageAsync(TimeProvider clock, ICrashPoints crash);

    protected abstract Task DropAsync();
}
