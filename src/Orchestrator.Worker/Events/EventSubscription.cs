using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Catalogue;

namespace Orchestrator.Worker.Events;

/// <summary>That an agency reads a message, and with what.</summary>
/// <param name="Agency">The agency's name on the bus.</param>
/// <param name="Message">The contract's type.</param>
public abstract record EventSubscription(string Agency, Type Message)
{
    internal abstract void Connect(IReceiveEndpointConfigurator endpoint, IServiceProvider services);
}

/// <summary>The subscription of one handler.</summary>
internal sealed record EventSubscription<TMessage, THandler>(string Agency) : EventSubscription(Agency, typeof(TMessage))
    where TMessage : class, ICatalogueMessage
    where THandler : class, IEventHandler<TMessage>
{
    internal override void Connect(IReceiveEndpointConfigurator endpoint, IServiceProvider services) =>
        endpoint.Consumer(() => new EventConsumer<TMessage>(Agency, services.GetRequiredService<THandler>(), services.GetRequiredService<AgencyTraffic>()));
}
