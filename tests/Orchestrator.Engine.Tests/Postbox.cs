using System.Collections.Concurrent;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Engine.Tests;

/// <summary>A transport that keeps what it is given, and can be out of order for a while.</summary>
internal sealed class Postbox : IOutboxSender
{
    private readonly ConcurrentQueue<OutboundMessage> _sent = new();
    private int _hanging;

    public bool Broken { get; set; }

    /// <summary>It takes nothing and says nothing, as a transport that waits for its broker.</summary>
    public bool Hangs { get; set; }

    /// <summary>Sends that have hung so far.</summary>
    public int Hanging => _hanging;

    public IReadOnlyList<OutboundMessage> Sent => [.. _sent];

    public IReadOnlyList<OutboundMessage.JobOffered> Offers => [.. _sent.OfType<OutboundMessage.JobOffered>()];

    public IReadOnlyList<OutboundMessage.MessageThrown> Thrown => [.. _sent.OfType<OutboundMessage.MessageThrown>()];

    public async Task SendAsync(OutboundMessage message, CancellationToken cancellation)
    {
        if (Broken) throw new InvalidOperationException("The broker is away.");
        if (Hangs)
        {
            Interlocked.Increment(ref _hanging);
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        _sent.Enqueue(message);
    }
}
