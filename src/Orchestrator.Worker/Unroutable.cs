using MassTransit;

namespace Orchestrator.Worker;

/// <summary>RabbitMQ drops what no queue is bound for, unless the sender says mandatory: then the send fails and is tried again.</summary>
public static class Unroutable
{
    public static IPipe<SendContext> IsAnError { get; } = Pipe.Execute<SendContext>(context =>
    {
        if (context.TryGetPayload(out RabbitMqSendContext? rabbit)) rabbit!.Mandatory = true;
    });
}
