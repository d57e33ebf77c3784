using System.Collections.Concurrent;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Engine.Runtime;

/// <summary>What commits of this node made due, so that the pumps need not search for it. Only hints: whoever loses them finds the rows.</summary>
internal sealed class WorkSignals
{
    private readonly ConcurrentQueue<MessageAddress> _addresses = new();
    private readonly ConcurrentQueue<ImmediateMessage> _immediate = new();
    private long _earliestTimer = long.MaxValue;
    private int _sweep;

    public AsyncSignal Timers { get; } = new();

    public AsyncSignal StartTimers { get; } = new();

    public AsyncSignal Messages { get; } = new();

    public AsyncSignal Outbox { get; } = new();

    public AsyncSignal Continuations { get; } = new();

    public AsyncSignal Batches { get; } = new();

    /// <summary>Raised with the type of a job that can be activated now, for callers that wait for one.</summary>
    public event Action<string>? JobAvailable;

    public void Raise(IReadOnlyList<RowChange> rows)
    {
        foreach (var row in rows)
            switch (row)
            {
                case RowChange.InsertTimer timer: Note(timer.Row.DueAt); break;
                case RowChange.InsertOutbox: Outbox.Set(); break;
                case RowChange.InsertContinuation: Continuations.Set(); break;
                case RowChange.OpenSubscription open: Note(new MessageAddress(open.Row.MessageName, open.Row.CorrelationKey)); break;
                case RowChange.InsertMessage { Row.Immediate: true } message: Note(new ImmediateMessage(message.Row.Key, new MessageAddress(message.Row.Name, message.Row.CorrelationKey))); break;
                case RowChange.InsertMessage message: Note(new MessageAddress(message.Row.Name, message.Row.CorrelationKey)); break;
                // The key of the start that was released is not in the row: the correlator looks at everything.
                case RowChange.ReleaseStart: SweepMessages(); break;
                case RowChange.InsertJob { Row.Bus: false } job: JobAvailable?.Invoke(job.Row.Type); break;
                case RowChange.AdvanceStartTimer: StartTimers.Set(); break;
            }
    }

    public void Note(MessageAddress address)
    {
        _addresses.Enqueue(address);
        Messages.Set();
    }

    /// <summary>A message that is to be tried now and then deleted.</summary>
    public void Note(ImmediateMessage message)
    {
        _immediate.Enqueue(message);
        Messages.Set();
    }

    /// <summary>All buffered messages are to be looked at.</summary>
    public void SweepMessages()
    {
        Interlocked.Exchange(ref _sweep, 1);
        Messages.Set();
    }

    public bool TakeSweep() => Interlocked.Exchange(ref _sweep, 0) == 1;

    public bool TryTakeImmediate(out ImmediateMessage message) => _immediate.TryDequeue(out message);

    public bool TryTakeAddress(out MessageAddress address) => _addresses.TryDequeue(out address);

    private void Note(DateTimeOffset due)
    {
        var ticks = due.UtcTicks;
        long known;
        do
        {
            known = Interlocked.Read(ref _earliestTimer);
            if (ticks >= known) return;
        }
        while (Interlocked.CompareExchange(ref _earliestTimer, ticks, known) != known);
        Timers.Set();
    }

    /// <summary>The earliest timer armed in this node since the last call, or null.</summary>
    public DateTimeOffset? TakeEarliestTimer()
    {
        var ticks = Interlocked.Exchange(ref _earliestTimer, long.MaxValue);
        return ticks == long.MaxValue ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
