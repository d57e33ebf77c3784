using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Runtime;

/// <summary>Goes on with large multi-instances, one batch of bodies for each command.</summary>
internal sealed class ContinuationPump(ProcessEngine engine, IWorkQueue queue, EngineOptions options, WorkSignals signals, TimeProvider time) : IPump
{
    private static readonly Actor Continuations = Actor.System("continuations");

    public string Name => "continuation";

    public AsyncSignal Signal => signals.Continuations;

    public TimeSpan Rest => options.PollInterval;

    public async Task<bool> TickAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var scopes = await queue.ClaimContinuationsAsync(now, options.ClaimFor, options.ClaimBatch, cancellation).ConfigureAwait(false);
        foreach (var scope in scopes) await FinishAsync(scope, now).ConfigureAwait(false);
        return scopes.Count > 0;
    }

    // The row stands until the last batch, so the claim is followed to the end here; if the node dies, the claim runs out and another goes on.
    private async Task FinishAsync(ScopeKey scope, DateTimeOffset now)
    {
        while (true)
        {
            var submission = new Submission(Guid.CreateVersion7(now), scope.Instance, Continuations, new Command.Continue(scope));
            var result = await engine.SubmitAsync(submission, CancellationToken.None).ConfigureAwait(false);
            if (result.Rejection is not null) return;
        }
    }
}
