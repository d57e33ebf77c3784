namespace Orchestrator.Cases.Desk;

/// <summary>Cases of one crisis that wait for the same kind of session at the same centre.</summary>
/// <param name="Kind">Key of the kind: <c>incontro-1</c>.</param>
/// <param name="Centre">Code of the centre.</param>
/// <param name="Cases">How many, 1 or more.</param>
/// <param name="Since">Since when the first of them waits.</param>
public sealed record WaitingGroup(string Kind, string Centre, int Cases, DateTimeOffset Since);
