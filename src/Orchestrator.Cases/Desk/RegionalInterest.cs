namespace Orchestrator.Cases.Desk;

/// <summary>Whether a crisis is of regional interest.</summary>
public enum RegionalInterest
{
    /// <summary>Da valutare.</summary>
    ToBeAssessed = 1,

    /// <summary>Sì.</summary>
    Yes = 2,

    /// <summary>No.</summary>
    No = 3,
}
