namespace Orchestrator.Contracts.Cases;

/// <summary>A report that was made and is to be kept.</summary>
/// <param name="ReportId">Opaque, chosen by who makes it; at most 100 characters of letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, because it becomes part of file names.</param>
/// <param name="Crisis">Business key.</param>
/// <param name="Period">What it covers, for example <c>2026-06</c> or <c>2026-03/2027-02</c>; at most 60 characters.</param>
/// <param name="Figures">At most 5 000.</param>
/// <param name="Files">Names of the files that were rendered, where the maker keeps them.</param>
/// <param name="Sha256">Of the rendered report, or null.</param>
public sealed record ReportDraft(string ReportId, string Crisis, string Period, IReadOnlyList<ReportFigure> Figures, IReadOnlyList<string> Files, string? Sha256)
{
    /// <summary>A report with more figures is refused.</summary>
    public const int FiguresMax = 5_000;
}

/// <summary>
/// One figure. A count of persons has a numerator; a share has both numerator and denominator, also counts of persons; a mean has the persons it is taken over as
/// denominator; a figure without either counts no persons and is never suppressed.
/// </summary>
/// <param name="Id">What is measured, for example <c>booked</c>.</param>
/// <param name="Breakdown">By what it is broken down (<c>gender</c>), null for the whole.</param>
/// <param name="Cell">Which part of the breakdown (<c>F</c>), null for the whole.</param>
/// <param name="Value">The figure; null when it cannot be computed.</param>
public sealed record ReportFigure(string Id, string? Breakdown, string? Cell, decimal? Value, long? Numerator, long? Denominator);

/// <summary>A report as the registry keeps it.</summary>
/// <param name="PublishedAt">Null until it is published.</param>
/// <param name="PublishedFiles">Empty until it is published.</param>
public sealed record ReportView(
    string ReportId, string Crisis, string Period, IReadOnlyList<ReportFigure> Figures, IReadOnlyList<string> Files, string? Sha256, ReportState State, DateTimeOffset CreatedAt,
    DateTimeOffset? PublishedAt, IReadOnlyList<string> PublishedFiles);

/// <summary>How far a report is.</summary>
public enum ReportState
{
    /// <summary>Made; may still be replaced.</summary>
    Draft = 1,

    /// <summary>Published; never changes.</summary>
    Published = 2,
}
