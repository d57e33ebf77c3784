using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestrator.Engine;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Storage;
using Orchestrator.Storage.Encryption;

namespace Orchestrator.Hosting.Composition;

/// <summary>The engine's node on its open database. Opened once, by the host; until then there is nothing to ask.</summary>
public sealed class EngineRuntime(
    IDatabase database, EngineOptions options, FeelCalendars calendars, TimeProvider time, IServiceProvider services, ILoggerFactory logs) : IMasterKeySource, IAsyncDisposable
{
    private EngineStorage? _storage;
    private EngineNode? _node;

    public EngineNode Node => _node ?? throw new InvalidOperationException("Expected the engine to be open, but the host has not opened it yet.");

    public EngineStorage Storage => _storage ?? throw new InvalidOperationException("Expected the database to be open, but the host has not opened it yet.");

    /// <inheritdoc/>
    public MasterKey Master => Storage.Master;

    /// <summary>Brings the schema up to date and opens the database. The node takes commands; definitions are read when they are first needed, and nothing runs by itself yet.</summary>
    /// <exception cref="StorageStartException">The database cannot be used; the message says what to do.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        await database.MigrateAsync(cancellation);
        _storage = await database.OpenAsync(cancellation);
        var stores = _storage.Ports;
        // Without a bus (the command line) nothing is ever sent: the outbox waits for a host that has one.
        var sender = services.GetService<IOutboxSender>() ?? new NoSender();
        _node = new EngineNode(stores, options, calendars, time, sender, logs);
    }

    public async ValueTask DisposeAsync()
    {
        if (_node is not null) await _node.DisposeAsync();
        if (_storage is not null) await _storage.DisposeAsync();
    }

    private sealed class NoSender : IOutboxSender
    {
        public Task SendAsync(OutboundMessage message, CancellationToken cancellation) =>
            throw new InvalidOperationException("Expected a host with a bus, but this program has none.");
    }
}
