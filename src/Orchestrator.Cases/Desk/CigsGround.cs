namespace Orchestrator.Cases.Desk;

/// <summary>Ground of the wage-supplement scheme (causale CIGS).</summary>
public enum CigsGround
{
    /// <summary>Riorganizzazione.</summary>
    Reorganisation = 1,

    /// <summary>Crisi aziendale.</summary>
    CompanyCrisis = 2,

    /// <summary>Contratto di solidarietà: no relocation agreement is possible with it.</summary>
    Solidarity = 3,
}
