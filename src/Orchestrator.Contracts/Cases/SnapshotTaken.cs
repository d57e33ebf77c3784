namespace Orchestrator.Contracts.Cases;

/// <summary>A snapshot of a crisis.</summary>
/// <param name="Snapshot">Its key: what it holds never changes.</param>
/// <param name="Cases">Cases in it.</param>
public sealed record SnapshotTaken(Guid Snapshot, int Cases);
