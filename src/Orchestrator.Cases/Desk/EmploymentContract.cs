namespace Orchestrator.Cases.Desk;

/// <summary>Kinds of contract as far as outcomes tell them apart. Their Italian names are in <see cref="EmploymentNames"/>.</summary>
public enum EmploymentContract
{
    /// <summary>Tempo indeterminato.</summary>
    Permanent = 1,

    /// <summary>Apprendistato: counts as permanent.</summary>
    Apprenticeship = 2,

    /// <summary>Tempo determinato.</summary>
    FixedTerm = 3,

    /// <summary>Somministrazione: counts as fixed term.</summary>
    Staffing = 4,

    /// <summary>Tirocinio: a measure, no outcome.</summary>
    Traineeship = 5,

    /// <summary>Lavoro autonomo: no outcome that is paid for.</summary>
    SelfEmployment = 6,
}
