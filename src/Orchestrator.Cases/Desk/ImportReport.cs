namespace Orchestrator.Cases.Desk;

/// <summary>A page of the report on an import.</summary>
/// <param name="Total">Rows that the query has in all.</param>
/// <param name="Rows">In the order of the file.</param>
public sealed record ImportReport(ImportSummary Summary, int Total, IReadOnlyList<ImportReportRow> Rows);
