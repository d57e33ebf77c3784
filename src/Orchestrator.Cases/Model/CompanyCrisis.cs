using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Model;

/// <summary>The crisis of a company: the natural partition of everything below it. What its dossier says is null until the dossier is registered.</summary>
internal sealed class CompanyCrisis
{
    /// <summary><c>CR-2026-0007</c>.</summary>
    public required string Code { get; init; }

    public required string CompanyTaxCode { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required string OpenedBy { get; init; }

    public CrisisState State { get; set; } = CrisisState.Open;

    public string? Title { get; set; }

    public CrisisReason? Reason { get; set; }

    public int? TotalWorkers { get; set; }

    public int? Redundancies { get; set; }

    public RegionalInterest? RegionalInterest { get; set; }

    public CigsGround? Ground { get; set; }

    public DateOnly? CigsFrom { get; set; }

    public DateOnly? CigsTo { get; set; }

    /// <summary>Code of the centre that is competent for the first site in the region.</summary>
    public string? CentreCode { get; set; }

    public Company? Company { get; init; }

    public List<CompanySite> Sites { get; init; } = [];
}
