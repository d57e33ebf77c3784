namespace Orchestrator.Contracts.Cases;

/// <summary>A public employment centre (Centro per l'impiego).</summary>
/// <param name="Code">Basin code, 01–30.</param>
/// <param name="Name">Name of the seat town.</param>
/// <param name="Province">Two letters.</param>
public sealed record EmploymentCentreView(string Code, string Name, string Province)
{
    /// <summary>The candidate group of the centre's operators in process definitions.</summary>
    public string CandidateGroup => "cpi:" + Code;
}
