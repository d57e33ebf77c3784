using System.Collections.Concurrent;
using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Worker;

namespace Orchestrator.Agencies.Tests.Events;

/// <summary>A bus with agencies on it, whose answers and error queues are read here. Nobody sleeps: every reading waits for its message.</summary>
internal sealed class EventStage : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly IHost _host;
    private readonly Channel<MessageForProcess> _answers;
    private readonly ConcurrentDictionary<string, Channel<string>> _errors;

    private readonly Channel<ICatalogueMessage> _handled = Channel.CreateUnbounded<ICatalogueMessage>();
    private bool _stopped;

    private EventStage(IHost host, Channel<MessageForProcess> answers, ConcurrentDictionary<string, Channel<string>> errors)
    {
        (_host, _answers, _errors) = (host, answers, errors);
        host.Services.GetRequiredService<IBus>().ConnectConsumeObserver(new Watcher(_handled.Writer));
    }

    public IServiceProvider Services => _host.Services;

    /// <summary>Starts the agencies on a bus in memory, or on the broker.</summary>
    public static async Task<EventStage> StartAsync(Action<IServiceCollection> agencies, Action<IBusFactoryConfigurator, IRegistrationContext> endpoints, RabbitMqOptions? broker, params string[] errorQueues)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        var answers = Channel.CreateUnbounded<MessageForProcess>();
        var errors = new ConcurrentDictionary<string, Channel<string>>();
        builder.Services.AddLogging();
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        agencies(builder.Services);
        builder.Services.AddMassTransit(transit =>
        {
            if (broker is null)
                transit.UsingInMemory((context, bus) => Bind(bus, context));
            else
                transit.UsingRabbitMq((context, bus) =>
                {
                    bus.Connect(broker);
                    Bind(bus, context);
                });
        });
        var host = builder.Build();
        await host.StartAsync();
        return new(host, answers, errors);

        void Bind(IBusFactoryConfigurator bus, IRegistrationContext context)
        {
            bus.ReceiveEndpoint(BusNames.Answers, endpoint =>
            {
                endpoint.ConfigureConsumeTopology = false;
                if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit) rabbit.SetQuorumQueue();
                endpoint.Handler<MessageForProcess>(message => answers.Writer.WriteAsync(message.Message).AsTask());
            });
            endpoints(bus, context);
            foreach (var queue in errorQueues)
            {
                var read = errors.GetOrAdd(queue, _ => Channel.CreateUnbounded<string>());
                bus.ReceiveEndpoint(queue + "_error", endpoint =>
                {
                    endpoint.ConfigureConsumeTopology = false;
                    // As its queue, of which the error queue inherits the kind.
                    if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit) rabbit.SetQuorumQueue();
                    endpoint.UseRawJsonDeserializer(RawSerializerOptions.AnyMessageType, isDefault: true);
                    endpoint.Consumer(() => new ErrorReader(read.Writer));
                });
            }
        }
    }

    /// <summary>Publishes as the engine does.</summary>
    public Task PublishAsync(object message) => Services.GetRequiredService<IBus>().Publish(message, message.GetType());

    /// <summary>Waits until an agency has done with one more message.</summary>
    public async Task<ICatalogueMessage> HandledAsync() => await _handled.Reader.ReadAsync().AsTask().WaitAsync(s_patience);

    /// <summary>The next answer of an agency.</summary>
    public async Task<MessageForProcess> AnswerAsync() => await _answers.Reader.ReadAsync().AsTask().WaitAsync(s_patience);

    /// <summary>The reason of the next message in the error queue of <paramref name="queue"/>.</summary>
    public async Task<string> ErrorAsync(string queue) => await _errors[queue].Reader.ReadAsync().AsTask().WaitAsync(s_patience);

    public async ValueTask DisposeAsync()
    {
        if (_stopped) return;
        _stopped = true;
        await _host.StopAsync();
        _host.Dispose();
    }

    private sealed class ErrorReader(ChannelWriter<string> read) : IConsumer<System.Text.Json.Nodes.JsonObject>
    {
        public Task Consume(ConsumeContext<System.Text.Json.Nodes.JsonObject> context) =>
            read.WriteAsync(context.ReceiveContext.TransportHeaders.Get<string>(MessageHeaders.FaultMessage) ?? "").AsTask();
    }

    private sealed class Watcher(ChannelWriter<ICatalogueMessage> handled) : IConsumeObserver
    {
        public Task PreConsume<T>(ConsumeContext<T> context)
            where T : class => Task.CompletedTask;

        public Task PostConsume<T>(ConsumeContext<T> context)
            where T : class => context.Message is ICatalogueMessage message ? handled.WriteAsync(message).AsTask() : Task.CompletedTask;

        public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
            where T : class => Task.CompletedTask;
    }
}
