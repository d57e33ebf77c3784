namespace Orchestrator.Cases.Model;

/// <summary>A state that a process told of a case. Rows are only added.</summary>
internal sealed class CaseStateNote
{
    public required string CaseId { get; init; }

    /// <summary>Key of the event that told it.</summary>
    public required string EventKey { get; init; }

    public required string Pathway { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset At { get; init; }
}
