namespace Orchestrator.Agency.AnpalServizi;

/// <summary>Section <c>AnpalServizi</c> of the configuration.</summary>
public sealed class AnpalServiziOptions
{
    /// <summary>Reports are written below this folder, each into one of its own.</summary>
    public string ReportFolder { get; set; } = "data/relazioni";
}
