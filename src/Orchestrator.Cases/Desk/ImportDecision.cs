namespace Orchestrator.Cases.Desk;

/// <summary>The decision about a validated import. The same decision sent twice is carried out once; another one after it is refused.</summary>
/// <param name="Accept">Enter the good rows; false enters nothing and erases the rows' values.</param>
/// <param name="Version">Of the report the decision was made on.</param>
/// <param name="Reason">Required when rejecting, and when rows are left out.</param>
public sealed record ImportDecision(Guid Import, bool Accept, long Version, string? Reason)
{
    /// <summary>Kept when the decision is carried out, for the process to be told; null when nobody is.</summary>
    public NoticeDraft? Notice { get; init; }
}
