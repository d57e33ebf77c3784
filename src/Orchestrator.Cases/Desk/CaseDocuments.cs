namespace Orchestrator.Cases.Desk;

/// <summary>Registered documents of the crisis that a case belongs to, the newest first.</summary>
/// <param name="Total">How many there are in all.</param>
public sealed record CaseDocuments(string Crisis, IReadOnlyList<DocumentRow> Rows, int Total);
