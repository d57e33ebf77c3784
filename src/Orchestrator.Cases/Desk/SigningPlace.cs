namespace Orchestrator.Cases.Desk;

/// <summary>Where the agreement was signed.</summary>
public enum SigningPlace
{
    /// <summary>Ministero del Lavoro.</summary>
    Ministry = 1,

    /// <summary>Regione Piemonte.</summary>
    Region = 2,

    /// <summary>Elsewhere.</summary>
    Other = 3,
}
