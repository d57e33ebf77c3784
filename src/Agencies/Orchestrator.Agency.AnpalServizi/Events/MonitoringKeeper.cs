using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Worker.Events;

namespace Orchestrator.Agency.AnpalServizi.Events;

/// <summary>
/// Keeps among the events of a crisis that a round of monitoring was due: the figures of the round belong to that day. The message key makes the entry one, so a second
/// delivery changes nothing. The state of the crisis stays as it is, and nothing is answered.
/// </summary>
public sealed class MonitoringKeeper(ICaseRegistry registry) : IEventHandler<MonitoringDue>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProcessMessage>> HandleAsync(MonitoringDue message, CancellationToken cancellation)
    {
        await registry.RecordCrisisEventAsync(new(message.MessageKey, message.Crisis, nameof(MonitoringDue), message.At, null), cancellation);
        return [];
    }
}
