using System.Reflection;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Catalogue;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Orchestrator.Messaging.Queues;

/// <summary>
/// Counts the queues of the bus, and gives back what was set aside. The broker is asked by its own protocol (a passive declaration answers with the number of messages and of consumers),
/// so that no management interface is needed.
/// </summary>
public sealed class BrokerQueues(ConnectionFactory broker, IReadOnlyList<string> agencies)
{
    private const string ErrorSuffix = "_error";
    private const string SkippedSuffix = "_skipped";

    private readonly (string Name, string? Agency, string? Message)[] _known =
    [
        (BusNames.Answers, null, null),
        .. agencies.Select(agency => (BusNames.JobsOf(agency), (string?)agency, (string?)null)),
        .. from agency in agencies from message in s_messages select (BusNames.EventsOf(agency, message.Contract), (string?)agency, (string?)message.Name),
    ];

    private static readonly (string Name, string Contract)[] s_messages =
    [
        .. from type in typeof(ICatalogueMessage).Assembly.GetTypes()
           let contract = type.GetCustomAttribute<ContractAttribute>()
           where contract is not null && typeof(ICatalogueMessage).IsAssignableFrom(type)
           orderby type.Name
           select (type.Name, contract.Name),
    ];

    /// <summary>True for the name of a queue whose messages may be given back.</summary>
    public bool Knows(string queue) => _known.Any(known => known.Name == queue);

    /// <summary>Those that exist, in the order answers, work, messages.</summary>
    public async Task<IReadOnlyList<QueueCount>> ReadAsync(CancellationToken cancellation)
    {
        await using var connection = await broker.CreateConnectionAsync(cancellation);
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        try
        {
            var counts = new List<QueueCount>();
            foreach (var (name, agency, message) in _known)
            {
                if (await AskAsync(name) is not { } queue) continue;
                var dead = ((await AskAsync(name + ErrorSuffix))?.MessageCount ?? 0) + ((await AskAsync(name + SkippedSuffix))?.MessageCount ?? 0);
                counts.Add(new(name, agency, message, (int)queue.MessageCount, (int)queue.ConsumerCount, (int)dead));
            }
            return counts;
        }
        finally
        {
            await channel.DisposeAsync();
        }

        async Task<QueueDeclareOk?> AskAsync(string name)
        {
            try
            {
                return await channel.QueueDeclarePassiveAsync(name, cancellation);
            }
            catch (OperationInterruptedException absent) when (absent.ShutdownReason?.ReplyCode == Constants.NotFound)
            {
                // The broker closes the channel over a queue that is not there.
                await channel.DisposeAsync();
                channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
                return null;
            }
        }
    }

    /// <summary>
    /// Gives what was set aside back to its queue, as it was sent, at most as many as were there at the start. A message leaves the error queue only after the broker has the other one:
    /// a fall in between leaves it twice, and whoever reads it knows a repetition.
    /// </summary>
    /// <returns>How many.</returns>
    public async Task<int> GiveBackAsync(string queue, CancellationToken cancellation)
    {
        if (!Knows(queue)) throw new ArgumentException($"Expected a queue of the bus, but found '{queue}'.", nameof(queue));
        await using var connection = await broker.CreateConnectionAsync(cancellation);
        var given = 0;
        foreach (var aside in (string[])[queue + ErrorSuffix, queue + SkippedSuffix])
        {
            // One channel each: it does not outlive a queue that is not there.
            await using var channel = await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
            uint waiting;
            try
            {
                waiting = (await channel.QueueDeclarePassiveAsync(aside, cancellation)).MessageCount;
            }
            catch (OperationInterruptedException absent) when (absent.ShutdownReason?.ReplyCode == Constants.NotFound)
            {
                continue;
            }
            for (; waiting > 0 && await channel.BasicGetAsync(aside, autoAck: false, cancellation) is { } message; waiting--, given++)
            {
                await channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties(message.BasicProperties), message.Body, cancellation);
                await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellation);
            }
        }
        return given;
    }
}
