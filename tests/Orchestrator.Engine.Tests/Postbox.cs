using System.Collections.Concurrent;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Engine.Tests;

/// <summary>A transport that keeps what it is given, and can be out of order for a while.</summary>
internal sealed class Postbox : IOutboxSender
{
    private readonly ConcurrentQueue<OutboundMessage> _sent = new();

    public bool Broken { get; set; }

    public IReadOnlyList<OutboundMessage> Sent => [.. _sent];

    public IReadOnlyList<OutboundMessage.JobOffered> Offers => [.. _sent.OfType<OutboundMessage.JobOffered>()];

    public IReadOnlyList<OutboundMessage.MessageThrown> Thrown => [.. _sent.OfType<OutboundMessage.MessageThrown>()];

    public Task SendAsync(OutboundMessage message, CancellationToken cancellation)
    {
        if (Broken) throw new InvalidOperationException("The broker is away.");
        _sent.Enqueue(message);
        return Task.CompletedTask;
    }
}
