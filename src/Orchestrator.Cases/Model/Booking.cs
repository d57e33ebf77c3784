namespace Orchestrator.Cases.Model;

/// <summary>A worker's request of the voucher on the national portal, as the worker or an operator told it.</summary>
internal sealed class Booking
{
    /// <summary>The form's request.</summary>
    public required Guid Id { get; init; }

    public required string CaseId { get; init; }

    public required string Number { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public required string Channel { get; init; }

    public required bool InTerm { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
