using Microsoft.Extensions.Logging;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Jobs;

/// <summary>A job on the bus that nobody answered by its deadline has failed this attempt, and is offered again after the back-off while attempts are left.</summary>
internal sealed class DeadlinePump(ProcessEngine engine, IWorkQueue queue, EngineOptions options, TimeProvider time, ILogger log) : IPump
{
    private static readonly Actor Deadlines = Actor.System("deadlines");

    public string Name => "job deadline";

    public AsyncSignal Signal { get; } = new();

    public TimeSpan Rest => options.PollInterval;

    public async Task<bool> TickAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var expired = await queue.ClaimExpiredBusJobsAsync(now, options.ClaimFor, options.ClaimBatch, cancellation).ConfigureAwait(false);
        foreach (var job in expired)
        {
            log.JobDeadlinePassed(job.Job.Key, job.Job.Type, job.Job.Attempt);
            var command = new Command.FailJob(
                job.Job.Key, job.Job.Attempt, Math.Max(0, job.Job.Retries - 1), $"Expected an answer to attempt {job.Job.Attempt} before its deadline, but none came.",
                now + options.BackoffBefore(job.Job.Attempt + 1));
            await engine.SubmitAsync(new Submission(Guid.CreateVersion7(now), job.Job.Instance, Deadlines, command), CancellationToken.None).ConfigureAwait(false);
        }
        return expired.Count > 0;
    }
}
