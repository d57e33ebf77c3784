namespace Orchestrator.Cases.Desk;

/// <summary>What stands in an uploaded file. The columns of each kind are in <c>docs/cases.md</c>.</summary>
public enum ImportKind
{
    /// <summary><c>lavoratori.csv</c> of a crisis, with or without an agreement; its rows are checked by an agency.</summary>
    Workers = 1,

    /// <summary><c>esiti_prenotazione.csv</c> of an agreement.</summary>
    BookingDecisions = 2,

    /// <summary><c>scelte.csv</c> of an agreement.</summary>
    ProviderChoices = 3,

    /// <summary><c>co.csv</c>: employment notices, of whatever crisis.</summary>
    EmploymentNotices = 4,

    /// <summary><c>operatori_accreditati.csv</c>: the register of accredited operators.</summary>
    AccreditedOperators = 5,

    /// <summary><c>offerte.csv</c>: open vacancies.</summary>
    Vacancies = 6,
}
