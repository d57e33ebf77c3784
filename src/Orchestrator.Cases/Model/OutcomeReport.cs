using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Model;

/// <summary>A report on the outcomes of a crisis.</summary>
internal sealed class OutcomeReport
{
    public required string ReportId { get; init; }

    public required string CrisisCode { get; init; }

    public required string Period { get; set; }

    /// <summary>JSON list of <see cref="ReportFigure"/>.</summary>
    public required string Figures { get; set; }

    /// <summary>JSON list of names.</summary>
    public required string Files { get; set; }

    public string? Sha256 { get; set; }

    public required ReportState State { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>JSON list of names.</summary>
    public string PublishedFiles { get; set; } = "[]";

    /// <summary>Grows with every change.</summary>
    public long Version { get; set; } = 1;
}
