using Microsoft.Extensions.Logging;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Runtime;

/// <summary>Messages of the engine: an interface with stable numbers (2xxx), and never the value of a variable.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(EventId = 2101, Level = LogLevel.Debug, Message = "Instance {Instance}: the version was stale, deciding again.")]
    public static partial void StaleVersion(this ILogger logger, InstanceId instance);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Critical, Message = "Instance {Instance} is stopped on this node: a rule that always holds was broken.")]
    public static partial void InstanceStopped(this ILogger logger, Exception broken, InstanceId instance);

    [LoggerMessage(EventId = 2103, Level = LogLevel.Error, Message = "A commit of {Members} commands failed; their callers were told.")]
    public static partial void CommitFailed(this ILogger logger, Exception failure, int members);

    [LoggerMessage(EventId = 2104, Level = LogLevel.Error, Message = "The {Pump} pump failed and tries again.")]
    public static partial void PumpFailed(this ILogger logger, Exception failure, string pump);

    [LoggerMessage(EventId = 2105, Level = LogLevel.Information, Message = "The engine runs: {Definitions} definitions, {Lanes} lanes.")]
    public static partial void EngineStarted(this ILogger logger, int definitions, int lanes);

    [LoggerMessage(EventId = 2106, Level = LogLevel.Information, Message = "The engine has stopped.")]
    public static partial void EngineStopped(this ILogger logger);

    [LoggerMessage(EventId = 2107, Level = LogLevel.Critical, Message = "A round of {Commands} commands failed by a bug of the lane; their callers were told.")]
    public static partial void LaneFailed(this ILogger logger, Exception bug, int commands);

    [LoggerMessage(EventId = 2201, Level = LogLevel.Warning, Message = "Timer {Timer} did not fire: {Reason}.")]
    public static partial void TimerRefused(this ILogger logger, ScopeKey timer, RejectionReason reason);

    [LoggerMessage(EventId = 2202, Level = LogLevel.Warning, Message = "Timer start {Element} of definition {Definition} did not fire: {Reason}.")]
    public static partial void StartTimerRefused(this ILogger logger, string element, DefinitionKey definition, RejectionReason reason);

    [LoggerMessage(EventId = 2301, Level = LogLevel.Warning, Message = "Job {Job} of type {Type}: no answer to attempt {Attempt} before its deadline.")]
    public static partial void JobDeadlinePassed(this ILogger logger, ScopeKey job, string type, int attempt);

    [LoggerMessage(EventId = 2401, Level = LogLevel.Information, Message = "Deployment {Deployment}: {Definitions} definitions, {Forms} forms.")]
    public static partial void Deployed(this ILogger logger, long deployment, int definitions, int forms);

    [LoggerMessage(EventId = 2402, Level = LogLevel.Information, Message = "Definition {Definition} is retired: it starts nothing new.")]
    public static partial void Retired(this ILogger logger, DefinitionKey definition);

    [LoggerMessage(EventId = 2403, Level = LogLevel.Information, Message = "The retirement of definition {Definition} is taken back.")]
    public static partial void RetirementTakenBack(this ILogger logger, DefinitionKey definition);

    [LoggerMessage(EventId = 2501, Level = LogLevel.Warning, Message = "Sending {Kind} {Key} failed and is tried again at {At}: {Reason}.")]
    public static partial void SendFailed(this ILogger logger, Ports.OutboxKind kind, ScopeKey key, DateTimeOffset at, string reason);
}
