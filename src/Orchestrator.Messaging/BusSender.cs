using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Logging;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;

namespace Orchestrator.Messaging;

/// <summary>
/// Maps what leaves the engine to the contracts of the bus: a job goes to the queue of its agency, a thrown message is published to whoever subscribed. A message of
/// the catalogue goes out as its own contract; another one, or one whose variables do not fit its contract, as the generic <see cref="MessageThrown"/>: a definition
/// that throws the wrong variables must not hold up the outbox for ever. The log says which member did not fit.
/// </summary>
public sealed class BusSender(IBusControl bus, ILogger<BusSender> log) : IOutboxSender
{
    private const string InMemory = "loopback";

    private volatile bool _ready;

    // RabbitMQ drops what no queue is bound for, unless the sender says mandatory: then the send fails and the outbox tries again.
    private static readonly IPipe<SendContext> UnroutableIsAnError = Pipe.Execute<SendContext>(context =>
    {
        if (context.TryGetPayload(out RabbitMqSendContext? rabbit)) rabbit!.Mandatory = true;
    });

    public async Task SendAsync(OutboundMessage message, CancellationToken cancellation)
    {
        switch (message)
        {
            case OutboundMessage.JobOffered offered:
                var queue = await bus.GetSendEndpoint(new Uri($"exchange:{BusNames.JobsOf(offered.JobType)}"));
                await queue.Send(ToContract(offered), UnroutableIsAnError, cancellation);
                break;
            case OutboundMessage.MessageThrown thrown:
                await WaitForReadersAsync(cancellation);
                var contract = EventOf(thrown, log);
                await bus.Publish(contract, contract.GetType(), cancellation);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"No contract for {message.GetType().Name}.");
        }
    }

    internal static JobOffered ToContract(OutboundMessage.JobOffered offered) => new(
        offered.Job.Value, offered.JobType, offered.Attempt, offered.Deadline, ScopeKeyOf(offered), offered.ProcessId, offered.Element,
        FeelJson.Write(offered.Variables), JsonSerializer.Serialize(offered.Headers));

    // In memory an event that finds no queue is gone, so none leaves before the agencies of this process have theirs. On a broker queues outlive the processes.
    private async Task WaitForReadersAsync(CancellationToken cancellation)
    {
        if (_ready || bus.Address.Scheme != InMemory) return;
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, cancellation);
        _ready = true;
    }

    /// <summary>What a thrown message is published as.</summary>
    internal static object EventOf(OutboundMessage.MessageThrown thrown, ILogger log)
    {
        var generic = ToContract(thrown);
        var reading = MessageCatalogue.Read(generic.Name, generic.MessageKey, generic.CorrelationKey, generic.At, generic.VariablesJson);
        if (reading.Misfit is { } misfit) log.MessageDoesNotFit(generic.Name, generic.MessageKey, misfit);
        return (object?)reading.Message ?? generic;
    }

    internal static MessageThrown ToContract(OutboundMessage.MessageThrown thrown) => new(
        thrown.Key.Value, thrown.Name, thrown.CorrelationKey, thrown.PublishedAt, FeelJson.Write(thrown.Variables));

    private static long ScopeKeyOf(OutboundMessage.JobOffered offered) => Interpreter.ScopeKey.RootOf(offered.Instance).Value;
}
