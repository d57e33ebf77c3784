namespace Orchestrator.Cases.Desk;

/// <summary>One row of an attendance sheet as the operator sends it: texts, because it may be pasted from a spreadsheet.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Status">One of <see cref="AttendanceStatusName.All"/>; empty means "not yet known".</param>
/// <param name="Minutes">Whole minutes, 0 to the length of the session; empty means the whole session for who was present and 0 for who was absent. Required for ritardo and parziale.</param>
/// <param name="ReasonCode">One of <see cref="AbsenceReason.All"/>: required for a justified absence, empty otherwise.</param>
public sealed record AttendanceEntry(string CaseId, string? Status, string? Minutes, string? ReasonCode);
