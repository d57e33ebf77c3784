namespace Orchestrator.Cases.Desk;

/// <summary>Cases of one crisis that wait for the same kind of session at the same centre.</summary>
/// <param name="Kind">Key of the kind: <c>incontro-1</c>.</param>
/// <param name="Centre">Code of the centre.</param>
/// <param name="Since">Since when the first of them waits.</param>
public sealed record WaitingRow(string Kind, string Centre, string Crisis, string CompanyName, int Cases, DateTimeOffset Since);

/// <summary>A case that waits. Opaque: who it is is read on request.</summary>
public sealed record WaitingCaseRow(string CaseId, DateTimeOffset WantedAt);

/// <summary>Whose waiting list: one kind of session, one centre, one crisis.</summary>
/// <param name="Kind">Key of the kind: <c>incontro-1</c>.</param>
public sealed record WaitingList(string Kind, string Centre, string Crisis);
