namespace Orchestrator.Cases.Desk;

/// <summary>Corrects the signing date of an agreement; the old date, the reason and the actor are kept. The process is told by its own command.</summary>
/// <param name="Expected">The date that was shown when the correction was written: another one in the registry makes it stale.</param>
/// <param name="Reason">Required.</param>
public sealed record SigningDateCorrection(string Agreement, DateOnly Expected, DateOnly SigningDate, string Reason)
{
    /// <summary>Kept when the date is changed, for the process to be told; null when nobody is.</summary>
    public NoticeDraft? Notice { get; init; }
}
