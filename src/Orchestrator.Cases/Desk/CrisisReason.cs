namespace Orchestrator.Cases.Desk;

/// <summary>What kind of crisis it is.</summary>
public enum CrisisReason
{
    /// <summary>Crisi.</summary>
    Crisis = 1,

    /// <summary>Riorganizzazione.</summary>
    Reorganisation = 2,

    /// <summary>Cessazione.</summary>
    Closure = 3,

    /// <summary>Delocalizzazione.</summary>
    Relocation = 4,

    /// <summary>Procedura concorsuale.</summary>
    Insolvency = 5,

    /// <summary>Altro.</summary>
    Other = 6,
}
