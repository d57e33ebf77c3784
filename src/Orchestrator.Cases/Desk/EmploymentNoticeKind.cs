namespace Orchestrator.Cases.Desk;

/// <summary>Kinds of mandatory employment notices. Their Italian names are in <see cref="EmploymentNames"/>.</summary>
public enum EmploymentNoticeKind
{
    /// <summary>Assunzione.</summary>
    Hire = 1,

    /// <summary>Proroga: the relation ends later.</summary>
    Extension = 2,

    /// <summary>Trasformazione: the contract becomes another one.</summary>
    Transformation = 3,

    /// <summary>Cessazione.</summary>
    Termination = 4,
}
