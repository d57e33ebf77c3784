namespace Orchestrator.Cases.Model;

/// <summary>A group session as far as it concerns persons: who has a place, who was told, who came.</summary>
internal sealed class GroupSession
{
    /// <summary>The process's key.</summary>
    public required string SessionId { get; init; }

    public required string CrisisCode { get; init; }

    /// <summary>Null for a session of the whole crisis.</summary>
    public string? AgreementCode { get; init; }

    public required string Purpose { get; init; }

    public required DateTimeOffset StartsAt { get; set; }

    public required int DurationMinutes { get; set; }

    public required int Capacity { get; set; }

    public string? CentreCode { get; set; }

    public bool Cancelled { get; set; }

    /// <summary>The request by which an operator chose its group: then nobody else gets one of its places. Null when places are given to who waits longest.</summary>
    public Guid? ChosenBy { get; init; }

    /// <summary>Grows whenever the attendance sheet changes.</summary>
    public long Version { get; set; } = 1;
}
