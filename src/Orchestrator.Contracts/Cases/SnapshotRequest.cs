namespace Orchestrator.Contracts.Cases;

/// <summary>Asks to freeze the figures of all cases of a crisis.</summary>
/// <param name="JobKey">The same job takes one snapshot.</param>
/// <param name="Period">What the report calls its period, at most 60 characters.</param>
/// <param name="Kind"><c>monitoring</c>, <c>final</c>, <c>followup-6</c>….</param>
public sealed record SnapshotRequest(string JobKey, string Crisis, string Period, string Kind);
