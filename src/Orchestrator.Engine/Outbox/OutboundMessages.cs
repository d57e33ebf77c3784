using Orchestrator.Engine.History;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Outbox;

/// <summary>Outbox rows hold no variables: what a message says is read from the instance when it is sent.</summary>
internal sealed class OutboundMessages(StateReader states, IWorkQueue queue, IHistoryStore history, EngineOptions options, TimeProvider time)
{
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
            row.Key, row.Attempt, job.JobType, row.Instance, ProcessIdOf(state, element.Key), element.Element.Value, state.BusinessKey,
            now + deadline, element.Variables, job.Headers);
    }

    private async Task<OutboundMessage?> MessageAsync(OutboxRow row, CancellationToken cancellation)
    {
        for (long after = 0; ;)
        {
            var page = await history.ReadAsync(row.Instance, after, EngineLimits.HistoryPageMax, cancellation).ConfigureAwait(false);
            if (page.Count == 0) return null;
            foreach (var entry in page)
                foreach (var e in entry.Events)
                    if (e is InstanceEvent.MessagePublished published && published.Publication == row.Key)
                        return await ThrownAsync(row, published, entry.At).ConfigureAwait(false);
            after = page[^1].FirstSequence + page[^1].Events.Length - 1;
        }
    }

    private async Task<OutboundMessage> ThrownAsync(OutboxRow row, InstanceEvent.MessagePublished e, DateTimeOffset at)
    {
        var state = await states.FindAsync(row.Instance).ConfigureAwait(false);
        Invariant.Holds(state is not null, "an instance with a history has a state");
        return new OutboundMessage.MessageThrown(
            row.Key, e.Name, e.CorrelationKey, row.Instance, ProcessIdOf(state, e.Scope), state.BusinessKey, at, at + e.TimeToLive, e.Variables);
    }

    private static string ProcessIdOf(InstanceState state, ScopeKey scope)
    {
        for (ScopeKey? at = scope; at is { } key && state.Elements.TryGetValue(key, out var element); at = element.Parent)
            if (element.Type == ElementType.Process) return element.Element.Value;
        return state.ProcessId;
    }
}
