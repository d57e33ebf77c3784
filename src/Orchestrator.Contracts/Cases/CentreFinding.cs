namespace Orchestrator.Contracts.Cases;

/// <summary>Outcome of the question for the competent centre.</summary>
public enum CentreFinding
{
    Found = 1,

    /// <summary>Not six digits, or no municipality of a province of Piemonte has this code.</summary>
    Unknown = 2,

    /// <summary>The code belongs to a province outside Piemonte: no centre of the region is competent.</summary>
    OutsideRegion = 3,

    /// <summary>The municipality existed, but not on the day asked for.</summary>
    Ceased = 4,
}
