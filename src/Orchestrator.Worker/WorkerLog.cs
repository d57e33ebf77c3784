using Microsoft.Extensions.Logging;

namespace Orchestrator.Worker;

internal static partial class WorkerLog
{
    [LoggerMessage(EventId = 7001, Level = LogLevel.Warning, Message = "Job {Job}, attempt {Attempt}: the offer came after its deadline and is left to the next attempt.")]
    public static partial void OfferCameTooLate(this ILogger logger, long job, int attempt);

    [LoggerMessage(EventId = 7002, Level = LogLevel.Warning, Message = "Job {Job}, attempt {Attempt}: stopped at its deadline.")]
    public static partial void AttemptRanOutOfTime(this ILogger logger, long job, int attempt);

    [LoggerMessage(EventId = 7003, Level = LogLevel.Warning, Message = "Job {Job}, attempt {Attempt}: failed with {Failure}.")]
    public static partial void AttemptFailed(this ILogger logger, long job, int attempt, string failure);
}
