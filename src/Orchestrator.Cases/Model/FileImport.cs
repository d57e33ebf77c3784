using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Model;

/// <summary>An uploaded file and what became of it. Its rows wait in staging until somebody decides.</summary>
internal sealed class FileImport
{
    /// <summary>The upload's request key.</summary>
    public required Guid Id { get; init; }

    public required ImportKind Kind { get; init; }

    /// <summary>Null for what concerns no single crisis: employment notices, accredited operators.</summary>
    public string? CrisisCode { get; init; }

    /// <summary>Null when the crisis has none, or the file concerns no single one.</summary>
    public string? AgreementCode { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the bytes, hexadecimal: the file itself is not kept.</summary>
    public required string ContentHash { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required string UploadedBy { get; init; }

    public required ImportState State { get; set; }

    public required int RowCount { get; init; }

    public required int BadCount { get; set; }

    public int GoodCount { get; set; }

    public int WarnedCount { get; set; }

    /// <summary>Grows with every change.</summary>
    public long Version { get; set; } = 1;

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecisionReason { get; set; }

    public int CreatedCount { get; set; }

    public int ExistingCount { get; set; }
}
