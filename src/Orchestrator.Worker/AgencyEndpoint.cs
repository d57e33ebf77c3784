using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orchestrator.Contracts.Bus;

namespace Orchestrator.Worker;

/// <summary>How an agency's handlers are put behind its queue, the same inside the server (in-memory transport) and in a process of its own (RabbitMQ).</summary>
public static class AgencyEndpoint
{
    /// <summary>The queue holds at most this many offers in one worker at a time.</summary>
    public const int JobsAtOnceMax = 16;

    /// <summary>
    /// Registers the runner that all handlers of this process share. Handlers are registered as <see cref="IJobHandler"/> by the agencies. <paramref name="workerName"/>
    /// is null where several agencies share the process.
    /// </summary>
    public static IServiceCollection AddJobRunner(this IServiceCollection services, string? workerName, TimeProvider time)
    {
        services.TryAddSingleton(time);
        services.TryAddSingleton(new WorkerName(workerName));
        services.TryAddSingleton<JobRunner>();
        services.TryAddSingleton<AgencyTraffic>();
        return services;
    }

    /// <summary>Binds the queue of <paramref name="agency"/> (<c>apl</c>) in whatever transport is configured.</summary>
    public static void ReceiveJobsOf(this IBusFactoryConfigurator bus, IRegistrationContext context, string agency) =>
        bus.ReceiveEndpoint(BusNames.JobsOf(agency), endpoint =>
        {
            endpoint.ConfigureConsumeTopology = false;
            endpoint.PrefetchCount = JobsAtOnceMax;
            if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit) rabbit.SetQuorumQueue();
            // The broker may be restarting: answers are tried again for about a minute; after that the job's deadline offers it anew.
            endpoint.UseMessageRetry(retry => retry.Exponential(8, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(400)));
            endpoint.ConfigureConsumer<JobOfferedConsumer>(context);
        });
}
