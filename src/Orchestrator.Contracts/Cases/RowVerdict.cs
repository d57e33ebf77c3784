namespace Orchestrator.Contracts.Cases;

/// <summary>What an agency found about one row; personal data.</summary>
/// <param name="RowNumber">As in <see cref="StagedRow"/>.</param>
/// <param name="CanonicalCodiceFiscale">Null when the code could not be read; then an issue says why.</param>
/// <param name="Centre">Code 01–30 of the competent centre; null when the municipality gives none; then an issue says why.</param>
/// <param name="Issues">Empty for a row about which there is nothing to say.</param>
public sealed record RowVerdict(int RowNumber, string? CanonicalCodiceFiscale, string? Centre, IReadOnlyList<RowIssue> Issues)
{
    /// <summary>No error: the row can be accepted.</summary>
    public bool IsGood => Issues.All(issue => issue.Severity != RowSeverity.Error);

    /// <summary>The number alone, so that a log never holds the person.</summary>
    public override string ToString() => FormattableString.Invariant($"Verdict on row {RowNumber}");
}
