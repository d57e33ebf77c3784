using Microsoft.Extensions.Logging;
using Orchestrator.Interpreter;

namespace Orchestrator.Messaging;

internal static partial class MessagingLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "Job {Job}, attempt {Attempt}: the answer was refused ({Reason}): {Why}")]
    public static partial void AnswerRefused(this ILogger logger, long job, int attempt, RejectionReason reason, string why);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Warning, Message = "Message {Name} from an agency was refused ({Reason}): {Why}")]
    public static partial void MessageRefused(this ILogger logger, string name, RejectionReason reason, string why);
}
