using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Agency.Regione.Events;
using Orchestrator.Agency.Regione.Jobs;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Letters.Mail;
using Orchestrator.Worker;
using Orchestrator.Worker.Events;

namespace Orchestrator.Agency.Regione;

/// <summary>What the agency puts into a host: handlers of jobs and events, its mail, its folder of publications. The host brings an <see cref="Orchestrator.Contracts.Cases.ICaseRegistry"/> and a <see cref="TimeProvider"/>.</summary>
public static class RegioneServices
{
    /// <summary>The agency's name on the bus.</summary>
    public const string AgencyName = "regione";

    /// <summary>Registers the handlers with the settings of the sections <c>Regione</c> and <c>Mail</c>.</summary>
    public static IServiceCollection AddRegioneHandlers(this IServiceCollection services, IConfiguration configuration) => services.AddRegioneHandlers(
        configuration.GetSection("Regione").Get<RegioneOptions>() ?? new(), configuration.GetSection("Mail").Get<MailOptions>() ?? new());

    /// <summary>Registers the handlers, the same inside the server and in a process of its own.</summary>
    public static IServiceCollection AddRegioneHandlers(this IServiceCollection services, RegioneOptions options, MailOptions mail)
    {
        services.AddSingleton(options);
        services.AddSingleton(RegionePost.Of(mail, options));
        services.AddSingleton<IJobHandler, RegistryHandler>();
        services.AddSingleton<IJobHandler, NotifyHandler>();
        services.AddSingleton<IJobHandler, PublishHandler>();
        services.AddEventHandler<MeetingRequested, CrisisKeeper>(AgencyName);
        services.AddEventHandler<AgreementSigned, CrisisKeeper>(AgencyName);
        services.AddEventHandler<AgreementNotSigned, CrisisKeeper>(AgencyName);
        services.AddEventHandler<CrisisResolved, CrisisKeeper>(AgencyName);
        services.AddEventHandler<CompanyWithdrew, CrisisKeeper>(AgencyName);
        services.AddEventHandler<InterventionCompleted, CrisisKeeper>(AgencyName);
        services.AddEventHandler<ReportPublished, TellsSteeringGroup>(AgencyName);
        return services;
    }
}
