using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestrator.Agency.AnpalServizi;
using Orchestrator.Agency.Apl;
using Orchestrator.Agency.Regione;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Messaging;
using Orchestrator.Messaging.Queues;
using Orchestrator.Worker;
using Orchestrator.Worker.Events;

namespace Orchestrator.Hosting.Composition;

/// <summary>RabbitMQ when the configuration names a host; otherwise the in-memory transport with the agencies inside this process.</summary>
internal static class BusSetup
{
    // The agencies of the programme: what each puts into this process when there is no broker.
    private static readonly IReadOnlyDictionary<string, Func<IServiceCollection, IConfiguration, IServiceCollection>> s_agencies =
        new Dictionary<string, Func<IServiceCollection, IConfiguration, IServiceCollection>>
        {
            [AplServices.AgencyName] = AplServices.AddAplHandlers,
            [RegioneServices.AgencyName] = RegioneServices.AddRegioneHandlers,
            [AnpalServiziServices.AgencyName] = AnpalServiziServices.AddAnpalServiziHandlers,
        };

    public static void AddBus(this IServiceCollection services, IConfiguration configuration, OrchestratorOptions options)
    {
        _ = options;
        var rabbit = configuration.GetSection(RabbitMqOptions.Section).Get<RabbitMqOptions>() ?? new();
        services.AddSingleton<IOutboxSender, BusSender>();
        if (rabbit.Host is { Length: > 0 }) services.AddRabbitMq(rabbit);
        else services.AddInMemory(configuration);
    }

    private static void AddRabbitMq(this IServiceCollection services, RabbitMqOptions options)
    {
        services.AddMassTransit(transit =>
        {
            transit.AddConsumer<AnswerConsumer>();
            transit.UsingRabbitMq((context, bus) =>
            {
                bus.Connect(options);
                bus.ReceiveAnswers(context);
            });
        });
        services.AddSingleton(new BrokerQueues(new() { HostName = options.Host!, Port = options.Port, VirtualHost = options.VirtualHost, UserName = options.User, Password = options.Password }, [.. s_agencies.Keys]));
        // The broker's time is not the clock of a demonstration.
        services.AddSingleton(provider => new QueueWatch(provider.GetRequiredService<BrokerQueues>(), TimeProvider.System, provider.GetRequiredService<ILogger<QueueWatch>>()));
        services.AddHostedService(provider => provider.GetRequiredService<QueueWatch>());
    }

    private static void AddInMemory(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddJobRunner(null, TimeProvider.System);
        foreach (var add in s_agencies.Values) add(services, configuration);
        services.AddMassTransit(transit =>
        {
            transit.AddConsumer<AnswerConsumer>();
            transit.AddConsumer<JobOfferedConsumer>();
            transit.UsingInMemory((context, bus) =>
            {
                bus.ReceiveAnswers(context);
                foreach (var agency in s_agencies.Keys)
                {
                    bus.ReceiveJobsOf(context, agency);
                    bus.ReceiveEventsOf(context, agency);
                }
            });
        });
    }
}
