using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Orchestrator.Agencies.Tests.Support;

/// <summary>A server that takes one mail (RFC 5321, no extensions) and keeps its text.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task<string> _message;

    public SmtpSink()
    {
        _listener.Start();
        _message = TakeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Task<string> MessageAsync() => _message;

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> TakeAsync()
    {
        using var client = await _listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink");
        var message = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line != "DATA")
            {
                await writer.WriteLineAsync("250 ok");
                continue;
            }
            await writer.WriteLineAsync("354 go on");
            while (await reader.ReadLineAsync() is { } content && content != ".")
                message.Append(content).Append('\n');
            await writer.WriteLineAsync("250 taken");
            return message.ToString();
        }
        return message.ToString();
    }
}
