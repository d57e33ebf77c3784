using Microsoft.Extensions.Logging;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;

namespace Orchestrator.Engine.Outbox;

/// <summary>
/// Sends what the outbox holds, at least once: a row is removed after the transport has taken the message, so a node that dies in between sends it again.
/// A failed send, and one that the transport does not take within some seconds, is tried again later.
/// </summary>
internal sealed class OutboxPump(IWorkQueue queue, IOutboxSender sender, OutboundMessages messages, ThrownMessages thrown, EngineOptions options, WorkSignals signals, EngineMetrics metrics, TimeProvider time, ILogger log) : IPump
{
    private static readonly TimeSpan SendRetry = TimeSpan.FromSeconds(5);

    // A transport that has lost its broker may wait for it for ever: what is said then would be out of date, and the other rows would wait too.
    private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(10);

    public string Name => "outbox";

    public AsyncSignal Signal => signals.Outbox;

    public TimeSpan Rest => options.PollInterval;

    public async Task<bool> TickAsync(CancellationToken cancellation)
    {
        var rows = await queue.ClaimOutboxAsync(time.GetUtcNow(), options.ClaimFor, options.ClaimBatch, cancellation).ConfigureAwait(false);
        if (rows.Count == 0) return false;
        var done = new bool[rows.Count];
        var together = new ParallelOptions { MaxDegreeOfParallelism = EngineLimits.SendsInFlightMax, CancellationToken = cancellation };
        await Parallel.ForAsync(0, rows.Count, together, async (i, stop) => done[i] = await SendAsync(rows[i], stop).ConfigureAwait(false)).ConfigureAwait(false);
        var sent = rows.Where((_, i) => done[i]).ToList();
        if (sent.Count > 0) await queue.SentAsync(sent, CancellationToken.None).ConfigureAwait(false);
        foreach (var row in sent) thrown.Forget(row.Key);
        metrics.Sent(sent.Count);
        return true;
    }

    private async Task<bool> SendAsync(OutboxRow row, CancellationToken cancellation)
    {
        try
        {
            // Nothing to say any more: the job ended, or has another attempt with a row of its own.
            if (await messages.ReadAsync(row, cancellation).ConfigureAwait(false) is not { } message) return true;
            using var patience = new CancellationTokenSource(SendPatience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
            await sender.SendAsync(message, either.Token).ConfigureAwait(false);
            return true;
        }
#pragma warning disable CA1031 // A transport may fail in its own ways; the row stays and says why.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var again = time.GetUtcNow() + SendRetry;
            log.SendFailed(row.Kind, row.Key, again, failure.GetType().Name);
            metrics.SendFailed();
            await queue.SendFailedAsync(row, again, failure.Message, CancellationToken.None).ConfigureAwait(false);
            return false;
        }
    }
}
