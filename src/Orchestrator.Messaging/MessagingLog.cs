using Microsoft.Extensions.Logging;
using Orchestrator.Interpreter;

namespace Orchestrator.Messaging;

internal static partial class MessagingLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "Job {Job}, attempt {Attempt}: the answer was refused ({Reason}): {Why}")]
    public static partial void AnswerRefused(this ILogger logger, long job, int attempt, RejectionReason reason, string why);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Warning, Message = "Message {Name} from an agency was refused ({Reason}): {Why}")]
    public static partial void MessageRefused(this ILogger logger, string name, RejectionReason reason, string why);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Warning, Message =
        "Message {Name} ({MessageKey}) does not fit its contract and is published as a generic one, which no agency of the programme reads: {Why} Correct the variables that the definition throws.")]
    public static partial void MessageDoesNotFit(this ILogger logger, string name, long messageKey, string why);

    [LoggerMessage(EventId = 4004, Level = LogLevel.Warning, Message = "The broker could not be asked about its queues: {Why}")]
    public static partial void QueuesUnread(this ILogger logger, string why);

    [LoggerMessage(EventId = 4005, Level = LogLevel.Information, Message = "{Count} messages that had been set aside were given back to {Queue} by {By}")]
    public static partial void GivenBack(this ILogger logger, int count, string queue, string by);
}
