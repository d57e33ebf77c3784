namespace Orchestrator.Contracts.Cases;

/// <summary>One decision about a booking, without the person.</summary>
/// <param name="RowNumber">Line of the file: with the import's key the identity of the decision.</param>
/// <param name="Approved">False when it was refused.</param>
/// <param name="Reason">Why it was refused, as the national body wrote it; null when approved.</param>
/// <param name="Correctable">Refused for something that the worker can put right.</param>
public sealed record DecisionRow(int RowNumber, string Case, bool Approved, string? Reason, DateOnly DecidedOn, bool Correctable);
