using Orchestrator.Engine.Ports;

namespace Orchestrator.Hosting.Scenarios;

/// <summary>Takes what a scenario's engine says to the outside, where nobody listens; the scenario sees thrown messages in the history.</summary>
public sealed class SilentSender : IOutboxSender
{
    public Task SendAsync(OutboundMessage message, CancellationToken cancellation) => Task.CompletedTask;
}
