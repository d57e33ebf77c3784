namespace Orchestrator.Contracts.Cases;

/// <summary>A worker case as processes know it: no personal data.</summary>
/// <param name="CaseId"><c>PW-</c> and a UUID.</param>
/// <param name="Centre">Code 01–30 of the competent centre.</param>
/// <param name="InScope">Area and profile stand in the plan of the case's agreement.</param>
public sealed record WorkerCaseReference(string CaseId, string Centre, bool InScope);
