using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Model;

/// <summary>A mandatory employment notice (comunicazione obbligatoria) about a person who has a case; notices about anybody else are not kept.</summary>
internal sealed class EmploymentNotice
{
    /// <summary>Number of the notice: the same one is kept once.</summary>
    public required string Protocol { get; init; }

    public required EmploymentNoticeKind Kind { get; init; }

    public required Guid WorkerId { get; init; }

    public required string EmployerTaxCode { get; init; }

    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day; null for a relation without end.</summary>
    public DateOnly? EndsOn { get; init; }

    public required EmploymentContract Contract { get; init; }

    /// <summary>Code of the occupation (CP).</summary>
    public string? Occupation { get; init; }

    public string? Ateco { get; init; }

    /// <summary>ISTAT code of the place of work.</summary>
    public string? Municipality { get; init; }

    public decimal? WeeklyHours { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
