using System.Diagnostics.Metrics;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Runtime;

/// <summary>Figures under the meter <c>Orchestrator.Engine</c>.</summary>
public sealed class EngineMetrics : IDisposable
{
    public const string MeterName = "Orchestrator.Engine";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _accepted;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _stale;
    private readonly Counter<long> _stopped;
    private readonly Histogram<double> _lateness;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _sendFailures;

    public EngineMetrics()
    {
        _accepted = _meter.CreateCounter<long>("orchestrator.commands.accepted");
        _refused = _meter.CreateCounter<long>("orchestrator.commands.refused");
        _stale = _meter.CreateCounter<long>("orchestrator.commands.stale");
        _stopped = _meter.CreateCounter<long>("orchestrator.instances.stopped");
        _lateness = _meter.CreateHistogram<double>("orchestrator.timer.lateness", "s", "How long after its due instant a timer fired.");
        _sent = _meter.CreateCounter<long>("orchestrator.outbox.sent");
        _sendFailures = _meter.CreateCounter<long>("orchestrator.outbox.failed");
    }

    internal void Accepted() => _accepted.Add(1);

    internal void Refused(RejectionReason reason)
    {
        if (_refused.Enabled) _refused.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));
    }

    internal void Stale() => _stale.Add(1);

    internal void Stopped() => _stopped.Add(1);

    /// <summary>The lateness of timers that fired in this node, for a page.</summary>
    public Lateness Lateness { get; } = new();

    internal void TimerFired(TimeSpan late)
    {
        _lateness.Record(late.TotalSeconds);
        Lateness.Add(late);
    }

    internal void Sent(int rows) => _sent.Add(rows);

    internal void SendFailed() => _sendFailures.Add(1);

    public void Dispose() => _meter.Dispose();
}
