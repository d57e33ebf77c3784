using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports;

/// <summary>A row of the file as it was read.</summary>
/// <param name="RowNumber">Line of the file.</param>
/// <param name="Values">By column; empty values are absent. Of a broken row: what could be told apart.</param>
/// <param name="Broken">Why the row is no proper CSV; empty for a readable row.</param>
internal sealed record FileRow(int RowNumber, IReadOnlyDictionary<string, string> Values, IReadOnlyList<RowIssue> Broken);
