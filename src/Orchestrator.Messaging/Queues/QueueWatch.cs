using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client.Exceptions;

namespace Orchestrator.Messaging.Queues;

/// <summary>Asks the broker about its queues twice a minute, so that a page that shows them waits for nobody.</summary>
public sealed class QueueWatch(BrokerQueues queues, TimeProvider time, ILogger<QueueWatch> log) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(30);

    private volatile QueueReading? _last;

    /// <summary>The last reading; null until there is one.</summary>
    public QueueReading? Last => _last;

    /// <summary>Reads now.</summary>
    public async Task<QueueReading> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return _last = new(time.GetUtcNow(), await queues.ReadAsync(cancellation), null);
        }
#pragma warning disable CA1031 // Whatever keeps the broker from answering is what the page has to tell.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.QueuesUnread(failure.Message);
            return _last = new(time.GetUtcNow(), [], failure.Message);
        }
    }

    /// <summary>As <see cref="BrokerQueues.GiveBackAsync"/>; it stands in the log who did it.</summary>
    /// <returns>How many, or null when the broker does not answer.</returns>
    public async Task<int?> GiveBackAsync(string queue, string by, CancellationToken cancellation)
    {
        try
        {
            var given = await queues.GiveBackAsync(queue, cancellation);
            log.GivenBack(given, queue, by);
            return given;
        }
        catch (Exception away) when (away is RabbitMQClientException or IOException)
        {
            log.QueuesUnread(away.Message);
            return null;
        }
        finally
        {
            await ReadAsync(cancellation);
        }
    }

    /// <summary>True for the name of a queue whose messages may be given back.</summary>
    public bool Knows(string queue) => queues.Knows(queue);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(s_every, time);
        do await ReadAsync(stoppingToken);
        while (await pace.WaitForNextTickAsync(stoppingToken));
    }
}
