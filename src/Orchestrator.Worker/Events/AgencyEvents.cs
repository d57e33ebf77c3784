using System.Reflection;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Catalogue;

namespace Orchestrator.Worker.Events;

/// <summary>How an agency subscribes to the messages of the catalogue, the same inside the server and in a process of its own.</summary>
public static class AgencyEvents
{
    /// <summary>An agency handles at most this many messages of one kind at a time.</summary>
    public const int EventsAtOnceMax = 16;

    /// <summary><paramref name="agency"/> reads <typeparamref name="TMessage"/> with one handler, which is made once.</summary>
    public static IServiceCollection AddEventHandler<TMessage, THandler>(this IServiceCollection services, string agency)
        where TMessage : class, ICatalogueMessage
        where THandler : class, IEventHandler<TMessage>
    {
        services.TryAddSingleton<AgencyTraffic>();
        services.TryAddSingleton<THandler>();
        return services.AddSingleton<EventSubscription>(new EventSubscription<TMessage, THandler>(agency));
    }

    /// <summary>The queue of <paramref name="message"/> for <paramref name="agency"/>: <c>orchestrator-events-regione-agreement-signed</c>.</summary>
    public static string QueueOf(string agency, Type message) =>
        BusNames.EventsOf(
            agency, message.GetCustomAttribute<ContractAttribute>()?.Name ?? throw new ArgumentException($"Expected a contract, but {message.Name} is none.", nameof(message)));

    /// <summary>
    /// Binds a queue for each message that <paramref name="agency"/> reads, in whatever transport is configured. A message that cannot be read, that the registry
    /// refuses, or whose handler fails again and again, goes to the queue's error queue (its name with <c>_error</c>) with the reason in its headers.
    /// </summary>
    public static void ReceiveEventsOf(this IBusFactoryConfigurator bus, IRegistrationContext context, string agency)
    {
        foreach (var subscription in context.GetServices<EventSubscription>().Where(subscription => subscription.Agency == agency))
        {
            bus.ReceiveEndpoint(QueueOf(agency, subscription.Message), endpoint =>
            {
                endpoint.PrefetchCount = EventsAtOnceMax;
                if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit) rabbit.SetQuorumQueue();
                endpoint.UseMessageRetry(retry =>
                {
                    retry.Ignore<RegistryRefusedException>();
                    retry.Ignore<FormatException>();
                    retry.Ignore<JobInputException>();
                    retry.Exponential(8, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(400));
                });
                subscription.Connect(endpoint, context);
            });
        }
    }
}
