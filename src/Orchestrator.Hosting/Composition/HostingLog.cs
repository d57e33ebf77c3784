using Microsoft.Extensions.Logging;

namespace Orchestrator.Hosting.Composition;

/// <summary>Messages of the composition: stable numbers 5xxx.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Information, Message = "Orchestrator runs on {Database}.")]
    public static partial void Started(this ILogger logger, string database);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Information, Message = "Definitions of {Folder}: deployed as {Deployment}.")]
    public static partial void FolderDeployed(this ILogger logger, string folder, long deployment);

    [LoggerMessage(EventId = 5003, Level = LogLevel.Information, Message = "Definitions of {Folder} were deployed before; the latest versions stay as they are.")]
    public static partial void FolderKnown(this ILogger logger, string folder);

    [LoggerMessage(EventId = 5004, Level = LogLevel.Warning, Message = "{Diagnostic}")]
    public static partial void FolderWarning(this ILogger logger, string diagnostic);

    [LoggerMessage(EventId = 5101, Level = LogLevel.Information, Message = "Sealed {Heads} changed histories as checkpoint {Checkpoint}.")]
    public static partial void Sealed(this ILogger logger, int heads, long checkpoint);

    [LoggerMessage(EventId = 5102, Level = LogLevel.Error, Message = "Sealing failed; it is tried again {Next}.")]
    public static partial void SealingFailed(this ILogger logger, Exception failure, string next);
}
