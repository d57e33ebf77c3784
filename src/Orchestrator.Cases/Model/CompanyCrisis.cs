namespace Orchestrator.Cases.Model;

/// <summary>The crisis of a company: the natural partition of everything below it.</summary>
internal sealed class CompanyCrisis
{
    /// <summary><c>CR-2026-0007</c>.</summary>
    public required string Code { get; init; }

    public required string CompanyTaxCode { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required string OpenedBy { get; init; }

    public Company? Company { get; init; }
}
