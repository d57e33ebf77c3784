using MassTransit;
using Orchestrator.Contracts.Bus;

namespace Orchestrator.Messaging;

/// <summary>The engine's queue of answers, in whatever transport is configured.</summary>
public static class EngineEndpoint
{
    private const ushort AnswersAtOnceMax = 64;

    public static void ReceiveAnswers(this IBusFactoryConfigurator bus, IRegistrationContext context) =>
        bus.ReceiveEndpoint(BusNames.Answers, endpoint =>
        {
            endpoint.ConfigureConsumeTopology = false;
            endpoint.PrefetchCount = AnswersAtOnceMax;
            if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit) rabbit.SetQuorumQueue();
            endpoint.UseMessageRetry(retry =>
            {
                // What can never be read goes to the error queue at once; everything else may be a database or an engine that is catching its breath.
                retry.Ignore<FormatException>();
                retry.Ignore<System.Text.Json.JsonException>();
                retry.Exponential(10, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(400));
            });
            endpoint.ConfigureConsumer<AnswerConsumer>(context);
        });
}
