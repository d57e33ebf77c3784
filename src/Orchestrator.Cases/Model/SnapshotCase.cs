namespace Orchestrator.Cases.Model;

/// <summary>One case of a snapshot: what the report counts, without the person.</summary>
internal sealed class SnapshotCase
{
    public required Guid SnapshotId { get; init; }

    public required string CaseId { get; init; }

    /// <summary>The figures as a JSON object.</summary>
    public required string Figures { get; init; }
}
