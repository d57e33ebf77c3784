using MassTransit;

namespace Orchestrator.Worker;

/// <summary>The one way the server and the agencies connect to RabbitMQ.</summary>
public static class RabbitMqHost
{
    public static void Connect(this IRabbitMqBusFactoryConfigurator bus, RabbitMqOptions options) =>
        bus.Host(options.Host ?? throw new InvalidOperationException("Expected Bus:Host to name a RabbitMQ server, but it is empty."), options.Port, options.VirtualHost, host =>
        {
            host.Username(options.User);
            host.Password(options.Password);
            // A sender must know that the broker has the message on disk before the outbox row goes.
            host.PublisherConfirmation = true;
        });
}
