namespace Orchestrator.Cases.Model;

/// <summary>What the national body decided about a booking, from one row of an import.</summary>
internal sealed class BookingDecision
{
    public required Guid ImportId { get; init; }

    public required int RowNumber { get; init; }

    public required string CaseId { get; init; }

    public required bool Approved { get; init; }

    public string? Reason { get; init; }

    public required DateOnly DecidedOn { get; init; }

    /// <summary>Refused for something that the worker can put right.</summary>
    public required bool Correctable { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
