namespace Orchestrator.Agency.AnpalServizi;

/// <summary>Section <c>AnpalServizi</c>.</summary>
public sealed class AnpalServiziOptions
{
    /// <summary>Folder of rendered reports, a folder each. They hold small cells: not for the public.</summary>
    public string ReportFolder { get; set; } = "data/relazioni";
}
