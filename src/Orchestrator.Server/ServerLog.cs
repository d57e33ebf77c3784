using Orchestrator.Cases.Desk;
using Orchestrator.Interpreter;

namespace Orchestrator.Server;

/// <summary>Messages of the web server: stable numbers 6xxx, never a body, a query or a password.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(EventId = 6001, Level = LogLevel.Error, Message = "{Method} {Path} failed; its caller has the trace id {Trace}.")]
    public static partial void CallFailed(this ILogger logger, Exception failure, string method, string path, string trace);

    [LoggerMessage(EventId = 6101, Level = LogLevel.Warning, Message = "{Kind} {Notice}: the process refused what the registry wrote ({Reason}): {Why}")]
    public static partial void NoticeRefused(this ILogger logger, NoticeKind kind, Guid notice, RejectionReason reason, string why);

    [LoggerMessage(EventId = 6102, Level = LogLevel.Error, Message = "{Kind} {Notice}: the process could not be told what the registry wrote; it is tried again.")]
    public static partial void NoticeFailed(this ILogger logger, Exception failure, NoticeKind kind, Guid notice);

    [LoggerMessage(EventId = 6103, Level = LogLevel.Error, Message = "What the processes have still to be told could not be read; it is tried again.")]
    public static partial void NoticesFailed(this ILogger logger, Exception failure);

    [LoggerMessage(EventId = 6201, Level = LogLevel.Error, Message = "The scenarios of draft {Draft} could not be played to the end.")]
    public static partial void ScenariosFailed(this ILogger logger, Exception failure, Guid draft);
}
