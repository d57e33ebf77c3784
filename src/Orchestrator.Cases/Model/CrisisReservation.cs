namespace Orchestrator.Cases.Model;

/// <summary>A code given to a table that is opened, before its dossier is registered.</summary>
internal sealed class CrisisReservation
{
    /// <summary>The form's request: the same one gets the same code.</summary>
    public required Guid Request { get; init; }

    public required string CrisisCode { get; init; }

    public required DateTimeOffset ReservedAt { get; init; }

    public required string ReservedBy { get; init; }
}
