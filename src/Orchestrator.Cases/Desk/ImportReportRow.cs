using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Desk;

/// <summary>One row of the report; personal data, since an operator must find the person in the company's list.</summary>
/// <param name="RowNumber">Line of the file.</param>
/// <param name="FullName">Surname and name as uploaded; empty when they could not be read or have been erased.</param>
/// <param name="CodiceFiscale">As uploaded; empty likewise.</param>
/// <param name="Centre">Competent centre, when known.</param>
/// <param name="CaseId">The case the row became, or which the person had already; null otherwise.</param>
/// <param name="IsGood">No error; null while the row has no verdict.</param>
public sealed record ImportReportRow(
    int RowNumber, string FullName, string CodiceFiscale, string? Centre, string? CaseId, bool? IsGood, IReadOnlyList<RowIssue> Issues)
{
    /// <summary>The number alone, so that a log never holds the person.</summary>
    public override string ToString() => FormattableString.Invariant($"Row {RowNumber}");
}
