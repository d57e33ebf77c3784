namespace Orchestrator.Cases.Model;

/// <summary>The figures of all cases of a crisis, frozen: every figure of a report can be computed again from it.</summary>
internal sealed class Snapshot
{
    public required Guid Id { get; init; }

    /// <summary>Key of the job that took it: the same job takes one.</summary>
    public required string JobKey { get; init; }

    public required string CrisisCode { get; init; }

    public required string Period { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required int CaseCount { get; init; }
}
