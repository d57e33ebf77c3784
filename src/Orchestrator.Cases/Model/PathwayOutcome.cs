namespace Orchestrator.Cases.Model;

/// <summary>How a case left a pathway. Rows are only added; a case that moves has one for each pathway.</summary>
internal sealed class PathwayOutcome
{
    public required string CaseId { get; init; }

    /// <summary>Key of the event that told it.</summary>
    public required string EventKey { get; init; }

    public required string Pathway { get; init; }

    public required string Outcome { get; init; }

    /// <summary>The pathway that the case goes on with; null when it ends here.</summary>
    public string? MoveTo { get; init; }

    public string? BookingState { get; init; }

    public required DateTimeOffset At { get; init; }
}
