using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Agency.AnpalServizi.Events;
using Orchestrator.Agency.AnpalServizi.Jobs;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Worker;
using Orchestrator.Worker.Events;

namespace Orchestrator.Agency.AnpalServizi;

/// <summary>What the agency puts into a host: handlers of jobs and events, its folder of reports. The host brings an <see cref="Orchestrator.Contracts.Cases.ICaseRegistry"/> and the bus.</summary>
public static class AnpalServiziServices
{
    /// <summary>The agency's name on the bus.</summary>
    public const string AgencyName = "anpalservizi";

    /// <summary>Registers the handlers with the settings of the section <c>AnpalServizi</c>.</summary>
    public static IServiceCollection AddAnpalServiziHandlers(this IServiceCollection services, IConfiguration configuration) =>
        services.AddAnpalServiziHandlers(configuration.GetSection("AnpalServizi").Get<AnpalServiziOptions>() ?? new());

    /// <summary>Registers the handlers, the same inside the server and in a process of its own.</summary>
    public static IServiceCollection AddAnpalServiziHandlers(this IServiceCollection services, AnpalServiziOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<IJobHandler, BookingImportHandler>();
        services.AddSingleton<IJobHandler, QualityHandler>();
        services.AddSingleton<IJobHandler, ComputeKpiHandler>();
        services.AddSingleton<IJobHandler, RenderReportHandler>();
        services.AddEventHandler<MonitoringDue, MonitoringKeeper>(AgencyName);
        return services;
    }
}
