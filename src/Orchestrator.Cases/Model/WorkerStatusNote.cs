namespace Orchestrator.Cases.Model;

/// <summary>Something about the person that changes the case: declined, retired, moved away. Rows are only added.</summary>
internal sealed class WorkerStatusNote
{
    /// <summary>The form's request.</summary>
    public required Guid Id { get; init; }

    public required string CaseId { get; init; }

    public required string Status { get; init; }

    public string? Reason { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
