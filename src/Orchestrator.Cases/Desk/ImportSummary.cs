namespace Orchestrator.Cases.Desk;

/// <summary>An import, in numbers.</summary>
/// <param name="Rows">All rows of the file, broken ones too.</param>
/// <param name="Good">Rows without an error; 0 while it is staged.</param>
/// <param name="Bad">Rows with at least one error; while it is staged, the rows that are no proper CSV.</param>
/// <param name="Warned">Good rows with at least one warning.</param>
/// <param name="Version">Grows with every change; the decision names it.</param>
public sealed record ImportSummary(
    Guid Import, string? Agreement, string FileName, DateTimeOffset UploadedAt, string UploadedBy, ImportState State, int Rows, int Good, int Bad, int Warned,
    long Version)
{
    /// <summary>What stands in the file.</summary>
    public ImportKind Kind { get; init; } = ImportKind.Workers;

    /// <summary>Business key of the crisis; null for a file that concerns no single one.</summary>
    public string? Crisis { get; init; }

    /// <summary>Who decided; null before.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When; null before.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The reason given with the decision.</summary>
    public string? DecisionReason { get; init; }
}
