namespace Orchestrator.Contracts.Cases;

/// <summary>What became of a file of decisions about bookings.</summary>
/// <param name="UnmatchedRows">Rows (line numbers of the file) that fit no case of the agreement: for a person to look into.</param>
public sealed record DecisionsEntered(Guid Import, int Decided, int Approved, int Rejected, IReadOnlyList<int> UnmatchedRows);
