namespace Orchestrator.Cases.Desk;

/// <summary>A case without the person.</summary>
/// <param name="CaseId">Opaque id.</param>
/// <param name="Import">The file it came with.</param>
/// <param name="RowNumber">Its line there, the header being 1.</param>
/// <param name="Centre">Code of the competent centre.</param>
public sealed record CaseOfCrisis(string CaseId, Guid Import, int RowNumber, string Centre);
