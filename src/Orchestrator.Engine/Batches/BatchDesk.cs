using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Batches;

/// <summary>Frozen lists: looking at them, carrying exactly one out, stopping and going on. Who may is decided by the door.</summary>
public sealed class BatchDesk
{
    private readonly IBatchStore _batches;
    private readonly AsyncSignal _signal;
    private readonly TimeProvider _time;

    internal BatchDesk(IBatchStore batches, AsyncSignal signal, TimeProvider time)
    {
        _batches = batches;
        _signal = signal;
        _time = time;
    }

    public Task<Batch?> FindAsync(Guid id, CancellationToken cancellation) => _batches.FindAsync(id, cancellation);

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<Batch>> LatestAsync(BatchKind kind, string subject, int take, CancellationToken cancellation) => _batches.LatestAsync(kind, subject, take, cancellation);

    public Task<IReadOnlyList<BatchCount>> CountsAsync(Guid id, CancellationToken cancellation) => _batches.CountsAsync(id, cancellation);

    public Task<Slice<BatchRow>> RowsAsync(Guid id, string? verdict, BatchOutcome? outcome, Paging page, CancellationToken cancellation) =>
        _batches.RowsAsync(id, verdict, outcome, page, cancellation);

    /// <summary>
    /// Begins to carry out a list, or goes on with one that was stopped; the pump does the work. Doing so twice is no error.
    /// <paramref name="hash"/> is what the person was shown: another list, or rows that were changed since, are refused with WrongState.
    /// </summary>
    public async Task<Rejection?> ExecuteAsync(Guid id, string hash, string by, CancellationToken cancellation)
    {
        if (await _batches.FindAsync(id, cancellation).ConfigureAwait(false) is not { } batch) return Missing(id);
        if (batch.Hash != hash) return new(RejectionReason.WrongState, $"Expected the list {id} as it was rehearsed, but the hash is another: rehearse again and carry out what is shown.");
        if (await HashOfRowsAsync(batch, cancellation).ConfigureAwait(false) != batch.Hash)
            return new(RejectionReason.WrongState, $"Expected the rows of list {id} as they were rehearsed, but they were changed in the database: rehearse again.");
        if (!await _batches.MoveAsync(id, [BatchState.Rehearsed, BatchState.Stopped], BatchState.Running, by, _time.GetUtcNow(), cancellation).ConfigureAwait(false) && batch.State == BatchState.Done)
            return new(RejectionReason.WrongState, $"Expected a list that is not carried out yet, but {id} was, from {batch.StartedAt:O}.");
        _signal.Set();
        return null;
    }

    /// <summary>Stops a list that is being carried out; rows under way come to their end. Refused with WrongState when it does not run.</summary>
    public async Task<Rejection?> StopAsync(Guid id, CancellationToken cancellation)
    {
        if (await _batches.FindAsync(id, cancellation).ConfigureAwait(false) is not { } batch) return Missing(id);
        return await _batches.MoveAsync(id, [BatchState.Running], BatchState.Stopped, null, _time.GetUtcNow(), cancellation).ConfigureAwait(false) || batch.State == BatchState.Stopped
            ? null
            : new(RejectionReason.WrongState, $"Expected a list that is being carried out, but {id} is {batch.State}.");
    }

    private async Task<string> HashOfRowsAsync(Batch batch, CancellationToken cancellation)
    {
        var rows = new List<BatchRow>(batch.Rows);
        while (true)
        {
            var page = await _batches.RowsAsync(batch.Id, null, null, new Paging(rows.Count, EngineLimits.BatchPageMax), cancellation).ConfigureAwait(false);
            rows.AddRange(page.Items);
            if (!page.HasMore) return BatchHash.Of(batch.Kind, batch.Target, rows);
        }
    }

    private static Rejection Missing(Guid id) => new(RejectionReason.NotFound, $"Expected a list {id}, but there is none.");
}
