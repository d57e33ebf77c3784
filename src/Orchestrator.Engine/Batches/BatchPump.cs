using Orchestrator.Engine.History;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Batches;

/// <summary>
/// Carries frozen lists out, some rows at a time: exactly the rows that were found good, each as it was rehearsed, each once. An instance that has moved since is left as it is and
/// listed. Whatever dies in between, any node goes on: the command of a row is called the same every time.
/// </summary>
internal sealed class BatchPump(
    ProcessEngine engine, IBatchStore batches, StateReader states, IReadOnlyList<IBatchWork> works, EngineOptions options, AsyncSignal signal, TimeProvider time) : IPump
{
    public string Name => "batch";

    public AsyncSignal Signal => signal;

    public TimeSpan Rest => options.PollInterval;

    public async Task<bool> TickAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await batches.ClaimAsync(now, now + options.ClaimFor, cancellation).ConfigureAwait(false) is not { } batch) return false;
        var rows = await batches.NextAsync(batch.Id, options.ClaimBatch, cancellation).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            await batches.MoveAsync(batch.Id, [BatchState.Running], BatchState.Done, null, now, cancellation).ConfigureAwait(false);
            return true;
        }
        var work = works.Single(work => work.Kind == batch.Kind);
        var commands = await work.CommandsAsync(batch).ConfigureAwait(false);
        var actor = new Actor(batch.StartedBy ?? batch.CreatedBy, []) { Unrestricted = true };
        var results = await Task.WhenAll(rows.Select(row => RunAsync(batch, row, actor, commands(row), work))).ConfigureAwait(false);
        var told = results.OfType<BatchResult>().ToList();
        await batches.RecordAsync(batch.Id, told, CancellationToken.None).ConfigureAwait(false);
        return told.Count > 0;
    }

    /// <returns>Null when the engine had no room: the row is tried again.</returns>
    private async Task<BatchResult?> RunAsync(Batch batch, BatchRow row, Actor actor, Command command, IBatchWork work)
    {
        var submission = new Submission(BatchHash.RequestOf(batch.Id, row.Number), row.Key.Instance, actor, command)
        {
            MayRepeat = true,
            Precondition = state => state is null || work.Stands(state, row) ? null : Moved(state, row),
        };
        SubmitResult result;
        try
        {
            result = await engine.SubmitAsync(submission, CancellationToken.None).ConfigureAwait(false);
        }
        catch (InvariantBrokenException broken)
        {
            // The lane has stopped the instance and logged it; the others of the list go on.
            return new BatchResult(row.Number, BatchOutcome.Refused, broken.Message);
        }
        if (result.Rejection is not { } rejection) return new BatchResult(row.Number, BatchOutcome.Done, null);
        if (rejection.Reason == RejectionReason.Overloaded) return null;
        var moved = await states.FindAsync(row.Key.Instance).ConfigureAwait(false) is not { } state || !work.Stands(state, row);
        return new BatchResult(row.Number, moved ? BatchOutcome.Moved : BatchOutcome.Refused, moved ? null : rejection.Message);
    }

    private static Rejection Moved(InstanceState state, BatchRow row) =>
        new(RejectionReason.WrongState, $"Expected row {row.Number} of the list as it was rehearsed, but instance {state.Id} has moved on to version {state.Version}: it is left as it is.");
}
