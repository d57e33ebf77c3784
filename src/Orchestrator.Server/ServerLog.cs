namespace Orchestrator.Server;

/// <summary>Messages of the web server: stable numbers 6xxx, never a body, a query or a password.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(EventId = 6001, Level = LogLevel.Error, Message = "{Method} {Path} failed; its caller has the trace id {Trace}.")]
    public static partial void CallFailed(this ILogger logger, Exception failure, string method, string path, string trace);
}
