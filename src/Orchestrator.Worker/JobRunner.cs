using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Worker;

/// <summary>Runs the handler of an offered job and turns what happens into the message to send back. Knows no bus.</summary>
public sealed class JobRunner
{
    private readonly Dictionary<string, IJobHandler> _handlers;
    private readonly TimeProvider _time;
    private readonly ILogger<JobRunner> _log;
    private readonly WorkerName _worker;

    public JobRunner(IEnumerable<IJobHandler> handlers, WorkerName worker, TimeProvider time, ILogger<JobRunner> log)
    {
        _handlers = handlers.ToDictionary(handler => handler.JobType, StringComparer.Ordinal);
        _worker = worker;
        _time = time;
        _log = log;
    }

    /// <summary>
    /// The answer: <see cref="JobCompleted"/>, <see cref="JobFailed"/> or <see cref="JobErrorThrown"/>; null when the deadline has passed,
    /// since the engine has offered the job again by then and would refuse the answer.
    /// </summary>
    public async Task<object?> RunAsync(JobOffered offer, CancellationToken stopping)
    {
        if (!_handlers.TryGetValue(offer.JobType, out var handler))
            return Failure(offer, $"Expected a handler for jobs of type '{offer.JobType}', but this worker has {string.Join(", ", _handlers.Keys.Order(StringComparer.Ordinal))}.", permanent: true);

        var left = offer.Deadline - _time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            _log.OfferCameTooLate(offer.JobKey, offer.Attempt);
            return null;
        }

        using var deadline = new CancellationTokenSource(left, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stopping, deadline.Token);
        try
        {
            return Answer(offer, await handler.HandleAsync(Read(offer), both.Token));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            _log.AttemptRanOutOfTime(offer.JobKey, offer.Attempt);
            return null;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
        catch (JobInputException wrong)
        {
            return Failure(offer, wrong.Message, permanent: true);
        }
        catch (RegistryRefusedException refused)
        {
            return Failure(offer, refused.Message, permanent: true);
        }
#pragma warning disable CA1031 // a handler may throw anything; every failure must become an answer
        catch (Exception failure)
#pragma warning restore CA1031
        {
            // The message of an unknown exception may quote data: only its type leaves this process.
            _log.AttemptFailed(offer.JobKey, offer.Attempt, failure.GetType().Name);
            return Failure(offer, $"The worker failed with {failure.GetType().Name}.", permanent: false);
        }
    }

    private object Answer(JobOffered offer, JobResult result) => result switch
    {
        JobResult.Completed done => new JobCompleted(offer.JobKey, offer.Attempt, _worker.For(offer.JobType), done.Variables.ToJsonString()),
        JobResult.Failed failed => new JobFailed(offer.JobKey, offer.Attempt, _worker.For(offer.JobType), failed.Message, failed.RetryAfter, failed.Permanent),
        JobResult.Error error => new JobErrorThrown(offer.JobKey, offer.Attempt, _worker.For(offer.JobType), error.Code, error.Message, error.Variables.ToJsonString()),
        _ => throw new System.Diagnostics.UnreachableException($"No answer for {result.GetType().Name}."),
    };

    private JobFailed Failure(JobOffered offer, string message, bool permanent) =>
        new(offer.JobKey, offer.Attempt, _worker.For(offer.JobType), message, RetryAfter: null, permanent);

    private static Job Read(JobOffered offer)
    {
        var input = JsonNode.Parse(offer.InputJson) as JsonObject ?? throw new JobInputException("Expected the job's input to be a JSON object.");
        var headers = JsonNode.Parse(offer.HeadersJson) as JsonObject ?? throw new JobInputException("Expected the job's headers to be a JSON object.");
        return new Job(
            offer.JobKey, offer.JobType, offer.Attempt, offer.Deadline, offer.ProcessInstanceKey, offer.ProcessId, offer.ElementId, input,
            headers.ToDictionary(header => header.Key, header => header.Value?.ToString() ?? "", StringComparer.Ordinal));
    }
}
