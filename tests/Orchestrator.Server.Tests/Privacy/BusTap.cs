using System.Text;
using Orchestrator.Contracts.Bus;
using RabbitMQ.Client;

namespace Orchestrator.Server.Tests.Privacy;

/// <summary>A queue of our own behind every exchange of the bus: it gets a copy of each message, headers and body.</summary>
internal sealed class BusTap : IAsyncDisposable
{
    private const string Queue = "privacy-tap";

    private readonly IConnection _connection;
    private readonly IChannel _channel;

    private BusTap(IConnection connection, IChannel channel)
    {
        _connection = connection;
        _channel = channel;
    }

    /// <summary>Binds the tap; the exchanges must exist, so the programs have started.</summary>
    public static async Task<BusTap> OpenAsync(string host, int port)
    {
        var connection = await new ConnectionFactory { HostName = host, Port = port }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(Queue, durable: false, exclusive: false, autoDelete: false);
        foreach (var exchange in (string[])[BusNames.Answers, BusNames.JobsOf("apl.convene")]) await channel.QueueBindAsync(Queue, exchange, "");
        return new(connection, channel);
    }

    /// <summary>Everything that went by since the tap was opened.</summary>
    public async Task<IReadOnlyList<string>> DrainAsync()
    {
        var messages = new List<string>();
        while (await _channel.BasicGetAsync(Queue, autoAck: true) is { } message)
        {
            var headers = (message.BasicProperties.Headers ?? new Dictionary<string, object?>()).Select(header => $"{header.Key}: {(header.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : header.Value)}");
            messages.Add($"{string.Join('\n', headers)}\n{Encoding.UTF8.GetString(message.Body.Span)}");
        }
        return messages;
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
