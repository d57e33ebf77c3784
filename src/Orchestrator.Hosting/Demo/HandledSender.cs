using Orchestrator.Engine.Ports;
using Orchestrator.Messaging;

namespace Orchestrator.Hosting.Demo;

/// <summary>
/// Says that a message has gone only when everybody in this process has worked it off. The transport is in memory: what it has taken dies with the process, so the row of
/// the outbox stays until nothing of it is left to do, and a run that goes on sends it again.
/// </summary>
internal sealed class HandledSender(BusSender bus, BusActivity activity) : IOutboxSender
{
    public async Task SendAsync(OutboundMessage message, CancellationToken cancellation)
    {
        await bus.SendAsync(message, cancellation);
        await activity.IdleAsync().WaitAsync(cancellation);
    }
}
