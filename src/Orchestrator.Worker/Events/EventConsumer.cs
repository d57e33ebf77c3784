using MassTransit;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Catalogue;

namespace Orchestrator.Worker.Events;

/// <summary>Takes events from the agency's queue of this message and sends what the handler answers. The event is acknowledged after its answers are confirmed: at least once.</summary>
internal sealed class EventConsumer<TMessage>(string agency, IEventHandler<TMessage> handler, AgencyTraffic traffic) : IConsumer<TMessage>
    where TMessage : class, ICatalogueMessage
{
    public async Task Consume(ConsumeContext<TMessage> context)
    {
        var answers = await handler.HandleAsync(context.Message, context.CancellationToken);
        if (answers.Count > 0)
        {
            var endpoint = await context.GetSendEndpoint(new Uri($"exchange:{BusNames.Answers}"));
            foreach (var answer in answers)
            {
                await endpoint.Send(answer.ToContract(agency, context.Message), Unroutable.IsAnError, context.CancellationToken);
                traffic.Published(agency);
            }
        }
        traffic.Consumed(agency);
    }
}
