namespace Orchestrator.Cases.Model;

/// <summary>A public employment centre; reference data.</summary>
internal sealed class EmploymentCentre
{
    /// <summary>01–30.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string Province { get; set; }
}
