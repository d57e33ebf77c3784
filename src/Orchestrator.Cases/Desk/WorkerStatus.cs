namespace Orchestrator.Cases.Desk;

/// <summary>What may be said of a person besides the steps of the pathway; the words of the message <c>WorkerStatusChanged</c>.</summary>
public static class WorkerStatus
{
    public const string Declined = "DECLINED";
    public const string Unreachable = "UNREACHABLE";
    public const string Reinstated = "REINSTATED";
    public const string Retired = "RETIRED";
    public const string Deceased = "DECEASED";

    /// <summary>Moved out of the region.</summary>
    public const string Moved = "MOVED";

    /// <summary>Moved inside the region: another centre may be competent.</summary>
    public const string CentreChanged = "CENTRE_CHANGED";

    /// <summary>All of them, in the order of the form.</summary>
    public static IReadOnlyList<string> All { get; } = [Declined, Unreachable, Reinstated, Retired, Deceased, Moved, CentreChanged];
}
