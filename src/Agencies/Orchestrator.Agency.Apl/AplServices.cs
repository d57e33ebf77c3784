using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orchestrator.Agency.Apl.Events;
using Orchestrator.Agency.Apl.Jobs;
using Orchestrator.Agency.Apl.Mail;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl;

/// <summary>What the agency puts into a host: its handlers and its mail. The host brings an <see cref="Orchestrator.Contracts.Cases.ICaseRegistry"/> and a <see cref="TimeProvider"/>.</summary>
public static class AplServices
{
    /// <summary>The agency's name on the bus.</summary>
    public const string AgencyName = "apl";

    /// <summary>Registers the handlers with the mail settings of the section <c>Mail</c>.</summary>
    public static IServiceCollection AddAplHandlers(this IServiceCollection services, IConfiguration configuration) =>
        services.AddAplHandlers(configuration.GetSection("Mail").Get<MailOptions>() ?? new MailOptions());

    /// <summary>Registers the handlers, the same inside the server and in a process of its own.</summary>
    public static IServiceCollection AddAplHandlers(this IServiceCollection services, MailOptions mail)
    {
        services.TryAddSingleton(mail);
        services.TryAddSingleton<Mailboxes>();
        services.TryAddSingleton<PersonMail>();
        services.TryAddSingleton<IMailTransport>(mail.SmtpHost is null ? new SpoolFolder(mail) : new SmtpTransport(mail));
        services.AddSingleton<IJobHandler, ValidateWorkersHandler>();
        services.AddSingleton<IJobHandler, CompetentCentreHandler>();
        services.AddSingleton<IJobHandler, ConveneHandler>();
        services.AddSingleton<IJobHandler, NotifyHandler>();
        services.AddSingleton<IJobHandler, LoadCasesHandler>();
        services.AddSingleton<IJobHandler, NearestCentreHandler>();
        services.AddSingleton<IJobHandler, AllocateHandler>();
        services.AddSingleton<IJobHandler, SlotsHandler>();
        services.AddSingleton<IJobHandler, BookingStatusHandler>();
        services.AddSingleton<IJobHandler, CollectHandler>();
        services.AddSingleton<IJobHandler, CoFollowUpHandler>();
        services.AddSingleton<IProcessEventHandler, SessionWantedHandler>();
        services.AddSingleton<IProcessEventHandler, SessionPlannedHandler>();
        services.AddSingleton<IProcessEventHandler, CaseStateChangedHandler>();
        services.AddSingleton<IProcessEventHandler, PathwayCompletedHandler>();
        return services;
    }
}
