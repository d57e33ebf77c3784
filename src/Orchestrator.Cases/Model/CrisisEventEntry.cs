using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Model;

/// <summary>An event of a crisis. Rows are only added.</summary>
internal sealed class CrisisEventEntry
{
    /// <summary>Key of the message: the same one is kept once.</summary>
    public required long MessageKey { get; init; }

    public required string CrisisCode { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset At { get; init; }

    public CrisisState? State { get; init; }
}
