using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orchestrator.Cases;
using Orchestrator.Contracts.Cases;
using Orchestrator.Engine;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Hosting.Accounts;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Hosting.Maintenance;
using Orchestrator.Storage.Encryption;

namespace Orchestrator.Hosting.Composition;

/// <summary>The one composition of engine, storage, bus, agencies, cases and accounts. Hosts add their doors.</summary>
public static class OrchestratorSetup
{
    /// <summary>
    /// Registers everything and the hosted service that starts it: database and schema, definitions of <c>workflows</c>, engine, bus, maintenance, in this order.
    /// A start that cannot succeed throws <see cref="StartRefusedException"/> with one sentence.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">What a deployer set; see <see cref="OrchestratorOptions"/>.</param>
    /// <param name="contentRoot">Relative folders are found from here.</param>
    public static IServiceCollection AddOrchestrator(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        // Before every other hosted service: the database stands when they look for it.
        services.AddSingleton<IHostedService, OrchestratorService>();
        var options = services.AddFoundation(configuration, contentRoot);
        // The bus starts after the engine and stops before it: its hosted service stands after ours.
        services.AddBus(configuration, options);
        services.AddMaintenance(options);
        return services;
    }

    /// <summary>The same without anything that runs by itself: for commands that open the database, look and leave.</summary>
    public static OrchestratorOptions AddFoundation(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var options = configuration.Get<OrchestratorOptions>() ?? new();
        var engine = EngineOptionsOf(configuration, options);
        services.AddSingleton(options);
        services.AddSingleton(Places.Of(options, contentRoot));
        services.AddSingleton(engine);
        services.TryAddSingleton<TimeProvider>(options.Clock.Virtual ? new VirtualTime(TimeProvider.System) : TimeProvider.System);
        services.TryAddSingleton(ItalianCalendars.Default);
        services.AddSingleton(provider => new FeelWorld(
            provider.GetRequiredService<TimeProvider>(), TimeZoneInfo.FindSystemTimeZoneById(engine.Zone), provider.GetRequiredService<FeelCalendars>()));
        services.AddDatabase(options);
        services.AddSingleton<EngineRuntime>();
        services.AddSingleton<IMasterKeySource>(provider => provider.GetRequiredService<EngineRuntime>());
        services.AddSingleton(provider => provider.GetRequiredService<EngineRuntime>().Storage.Desk);
        services.AddSingleton(provider => provider.GetRequiredService<EngineRuntime>().Storage.Substitutions);
        services.AddSingleton(provider => provider.GetRequiredService<EngineRuntime>().Storage.Standings);
        services.AddSingleton(provider => provider.GetRequiredService<EngineRuntime>().Storage.Drafts);
        services.AddSingleton<SealDesk>();
        services.AddSingleton<WorkflowFolder>();
        services.AddEngineDesks();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<ICaseRegistry, CaseRegistry>();
        services.AddAccounts();
        return options;
    }

    private static EngineOptions EngineOptionsOf(IConfiguration configuration, OrchestratorOptions options)
    {
        var engine = configuration.GetSection("Engine").Get<EngineOptions>() ?? new();
        var deadline = options.Bus.JobDeadline ?? engine.BusJobDeadline;
        if (deadline <= TimeSpan.Zero || deadline > EngineLimits.JobLockMax)
            throw new StartRefusedException($"Expected Bus:JobDeadline to be positive and at most {EngineLimits.JobLockMax}, but it is {deadline}: set for example 00:05:00.");
        return engine with { BusJobTypes = options.Bus.JobTypes, BusJobDeadline = deadline };
    }

    // Each desk by itself, so that an endpoint names what it needs. They exist once the runtime is open.
    private static void AddEngineDesks(this IServiceCollection services)
    {
        services.AddDesk(node => node.Commands);
        services.AddDesk(node => node.Definitions);
        services.AddDesk(node => node.Deployments);
        services.AddDesk(node => node.Retirements);
        services.AddDesk(node => node.Instances);
        services.AddDesk(node => node.Tasks);
        services.AddSingleton(provider => AttachmentsOf(provider.GetRequiredService<EngineRuntime>(), provider.GetRequiredService<TimeProvider>()));
        services.AddDesk(node => node.Jobs);
        services.AddDesk(node => node.Messages);
        services.AddDesk(node => node.Incidents);
        services.AddDesk(node => node.Retries);
        services.AddDesk(node => node.Migrations);
        services.AddDesk(node => node.Batches);
        services.AddDesk(node => node.AdHoc);
        services.AddDesk(node => node.History);
        services.AddDesk(node => node.Forecast);
        services.AddDesk(node => node.Metrics.Lateness);
        services.AddDesk(node => node.Verification);
        services.AddDesk(node => node.Queries);
    }

    private static AttachmentDesk AttachmentsOf(EngineRuntime runtime, TimeProvider time) => new(runtime.Node.Commands, runtime.Node.States, runtime.Storage.Attachments, time);

    // Asked for the first time when the runtime is open; a container never disposes of a singleton while requests run, as it does of a transient.
    private static void AddDesk<T>(this IServiceCollection services, Func<EngineNode, T> desk)
        where T : class =>
        services.AddSingleton(provider => desk(provider.GetRequiredService<EngineRuntime>().Node));
}
