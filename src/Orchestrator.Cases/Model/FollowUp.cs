namespace Orchestrator.Cases.Model;

/// <summary>What the employment notices say about a case so many months after its pathway ended.</summary>
internal sealed class FollowUp
{
    public required string CaseId { get; init; }

    /// <summary>6 or 12.</summary>
    public required int Months { get; init; }

    public required string Outcome { get; set; }

    public required bool VerifiedByCo { get; set; }

    public required DateTimeOffset ComputedAt { get; set; }
}
