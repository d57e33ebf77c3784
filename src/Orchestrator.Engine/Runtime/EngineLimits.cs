namespace Orchestrator.Engine.Runtime;

/// <summary>Every bound of the durable runtime that a deployer does not set (those stand in <see cref="EngineOptions"/>).</summary>
public static class EngineLimits
{
    /// <summary>Commands decided in one round of a lane: one clock reading, one commit.</summary>
    public const int CommandsPerRoundMax = 64;

    /// <summary>Members of one transaction.</summary>
    public const int MembersPerCommitMax = 256;

    /// <summary>How often a command is decided again because another node moved its instance, before it is refused as Overloaded.</summary>
    public const int StaleDecisionsMax = 16;

    /// <summary>Numbers reserved at once for instances and messages.</summary>
    public const int AllocationBlock = 1_000;

    public const int BusinessKeyLengthMax = 200;

    public const int MessageNameLengthMax = 200;

    public const int CorrelationKeyLengthMax = 200;

    /// <summary>Events of one page of history.</summary>
    public const int HistoryPageMax = 1_000;

    /// <summary>Jobs that one activation may take.</summary>
    public const int JobsPerActivationMax = 1_000;

    /// <summary>Correlations tried in one tick.</summary>
    public const int CorrelationsPerTickMax = 256;

    /// <summary>Outbox rows being sent at the same time.</summary>
    public const int SendsInFlightMax = 16;

    /// <summary>Characters of the reason of a retirement.</summary>
    public const int RetirementReasonLengthMax = 1_000;

    /// <summary>Rows of one frozen list.</summary>
    public const int BatchRowsMax = 100_000;

    /// <summary>Rows of a frozen list that are read at once.</summary>
    public const int BatchPageMax = 1_000;

    /// <summary>Instances that a rehearsal looks at at the same time.</summary>
    public const int RehearsedTogetherMax = 4;

    /// <summary>How long a list that nobody carried out is kept.</summary>
    public static readonly TimeSpan RehearsalKept = TimeSpan.FromDays(7);

    /// <summary>How long a message with time to live 0 may be kept for the subscriptions that were open when it came. It is deleted as soon as it has been tried; this is for a system that is down meanwhile.</summary>
    public static readonly TimeSpan ImmediateGrace = TimeSpan.FromDays(7);

    /// <summary>A message with time to live 0 that is older than this and still there belongs to nobody who is trying it: a sweep does.</summary>
    public static readonly TimeSpan ImmediateAbandonedAfter = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan MessageTimeToLiveMax = TimeSpan.FromDays(3650);

    public static readonly TimeSpan JobLockMax = TimeSpan.FromDays(365);
}
