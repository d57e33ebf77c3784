using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orchestrator.Agency.AnpalServizi;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;
using Orchestrator.Worker.Events;

// ANPAL Servizi as a process of its own: jobs and events over RabbitMQ, the case registry over HTTP with a service account.
var builder = Host.CreateApplicationBuilder(args);
var bus = builder.Configuration.GetSection(RabbitMqOptions.Section).Get<RabbitMqOptions>() ?? new RabbitMqOptions();
var registry = builder.Configuration.GetSection(RegistryOptions.Section).Get<RegistryOptions>() ?? new RegistryOptions();
if (bus.Host is null) return Refuse("Bus:Host", "the RabbitMQ server, for example 127.0.0.1");
if (registry.Url is null) return Refuse("Registry:Url", "the Orchestrator server, for example http://127.0.0.1:5080");

#pragma warning disable RS0030 // This file is the host of the process, and the host passes the clock in.
builder.Services.AddJobRunner($"{AnpalServiziServices.AgencyName}@{Environment.MachineName}", TimeProvider.System);
#pragma warning restore RS0030
builder.Services.AddAnpalServiziHandlers(builder.Configuration);
builder.Services.AddHttpClient<ICaseRegistry, HttpCaseRegistry>(registry.Configure);
builder.Services.AddMassTransit(transit =>
{
    transit.AddConsumer<JobOfferedConsumer>();
    transit.UsingRabbitMq((context, rabbit) =>
    {
        rabbit.Connect(bus);
        rabbit.ReceiveJobsOf(context, AnpalServiziServices.AgencyName);
        rabbit.ReceiveEventsOf(context, AnpalServiziServices.AgencyName);
    });
});
await builder.Build().RunAsync();
return 0;

static int Refuse(string setting, string expected)
{
    Console.Error.WriteLine($"Expected the setting {setting} to name {expected}, but it is empty. Set it in appsettings.json, as an environment variable ({setting.Replace(":", "__", StringComparison.Ordinal)}) or as --{setting}=…");
    return 2;
}
