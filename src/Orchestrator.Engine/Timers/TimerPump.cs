using Microsoft.Extensions.Logging;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Timers;

/// <summary>
/// Fires due timers. Firing is a command: a second one is refused, so a row that two nodes claim fires once. What an overdue timer does is the interpreter's to decide (catch-up).
/// </summary>
internal sealed class TimerPump(ProcessEngine engine, IWorkQueue queue, EngineOptions options, WorkSignals signals, EngineMetrics metrics, TimeProvider time, ILogger log) : IPump
{
    private static readonly Actor Timers = Actor.System("timers");
    private DateTimeOffset? _next;

    public string Name => "timer";

    public AsyncSignal Signal => signals.Timers;

    public TimeSpan Rest
    {
        get
        {
            if (signals.TakeEarliestTimer() is { } armed && (_next is null || armed < _next)) _next = armed;
            if (_next is not { } next) return options.PollInterval;
            var wait = next - time.GetUtcNow();
            return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < options.PollInterval ? wait : options.PollInterval;
        }
    }

    public async Task<bool> TickAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_next <= now) _next = null;
        var due = await queue.ClaimTimersAsync(now, options.ClaimFor, options.ClaimBatch, cancellation).ConfigureAwait(false);
        if (due.Count == 0) return false;
        var firing = new Task[due.Count];
        for (var i = 0; i < due.Count; i++) firing[i] = FireAsync(due[i], now);
        await Task.WhenAll(firing).ConfigureAwait(false);
        return true;
    }

    private async Task FireAsync(DueTimer timer, DateTimeOffset now)
    {
        var submission = new Submission(Guid.CreateVersion7(now), timer.Key.Instance, Timers, new Command.FireTimer(timer.Key));
        var result = await engine.SubmitAsync(submission, CancellationToken.None).ConfigureAwait(false);
        if (result.Acceptance is { } accepted) metrics.TimerFired(accepted.At - timer.DueAt);
        else if (result.Rejection!.Reason != RejectionReason.NotFound) log.TimerRefused(timer.Key, result.Rejection.Reason);
    }
}
