using Orchestrator.Engine.History;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Outbox;

/// <summary>Outbox rows hold no variables: what a message says is read from the instance when it is sent.</summary>
internal sealed class OutboundMessages(StateReader states, ThrownMessages written, IStore store, IWorkQueue queue, IHistoryStore history, EngineOptions options, TimeProvider time)
{
    /// <summary>Positions of the history that are looked through first for a thrown message.</summary>
    private const int FirstWindow = 128;

    /// <summary>The message of a row, or null when there is nothing to be said any more.</summary>
    public Task<OutboundMessage?> ReadAsync(OutboxRow row, CancellationToken cancellation) =>
        row.Kind == OutboxKind.JobOffered ? JobAsync(row, cancellation) : MessageAsync(row, cancellation);

    private async Task<OutboundMessage?> JobAsync(OutboxRow row, CancellationToken cancellation)
    {
        var state = await states.FindAsync(row.Instance).ConfigureAwait(false);
        if (state is null || !state.Elements.TryGetValue(row.Key, out var element) || element.Job is not { } job) return null;
        if (job.Attempt != row.Attempt || job.RetriesLeft == 0) return null;
        var now = time.GetUtcNow();
        var deadline = JobDeadline.Of(job.Headers) ?? options.BusJobDeadline;
        if (!await queue.LockBusJobAsync(row.Key, row.Attempt, now, deadline, cancellation).ConfigureAwait(false)) return null;
        return new OutboundMessage.JobOffered(
            row.Key, row.Attempt, job.JobType, row.Instance, ThrownMessages.ProcessIdOf(state, element.Key), element.Element.Value, state.BusinessKey,
            now + deadline, element.Variables, job.Headers);
    }

    // What is sent was thrown a moment ago as a rule: the history is read from its end, in windows that grow.
    private async Task<OutboundMessage?> MessageAsync(OutboxRow row, CancellationToken cancellation)
    {
        if (written.Find(row.Key) is { } remembered && await store.HeadAsync(row.Instance, cancellation).ConfigureAwait(false) is not null) return remembered;
        if (await states.FindAsync(row.Instance).ConfigureAwait(false) is not { } state) return null;
        var window = FirstWindow;
        for (var end = state.Version; end > 0; end -= window, window *= 4)
        {
            var start = Math.Max(0, end - window);
            if (await FindAsync(row, start, end, cancellation).ConfigureAwait(false) is not var (thrown, at)) continue;
            return ThrownMessages.Of(state, thrown, at);
        }
        return null;
    }

    // Looks through the commands that hold a position after start and up to end.
    private async Task<(InstanceEvent.MessagePublished Thrown, DateTimeOffset At)?> FindAsync(OutboxRow row, long start, long end, CancellationToken cancellation)
    {
        for (var after = start; after < end;)
        {
            var page = await history.ReadAsync(row.Instance, after, EngineLimits.HistoryPageMax, cancellation).ConfigureAwait(false);
            if (page.Count == 0) return null;
            foreach (var entry in page)
                foreach (var e in entry.Events)
                    if (e is InstanceEvent.MessagePublished published && published.Publication == row.Key) return (published, entry.At);
            after = page[^1].FirstSequence + page[^1].Events.Length - 1;
        }
        return null;
    }
}
