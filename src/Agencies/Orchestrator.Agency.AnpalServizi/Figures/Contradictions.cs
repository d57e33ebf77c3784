using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.AnpalServizi.Figures;

/// <summary>A rule and how many cases break it.</summary>
public sealed record Contradiction(string Rule, string Text, int Count);

/// <summary>Figures of a case that cannot be true together, or that somebody must look into. Rule ids are never reused.</summary>
public static class Contradictions
{
    private static readonly (string Rule, string Text, Func<CaseFigures, bool> Breaks)[] s_rules =
    [
        ("Q01", "Esito occupazionale senza comunicazione obbligatoria", row => row.OutcomeVerified == false),
        ("Q02", "Presenza più lunga della sessione", row => row.AttendanceTooLong),
        ("Q03", "Prenotazione dopo il termine", row => row.BookedInTerm == false),
        ("Q04", "Decisione senza prenotazione", row => row.Decision is not null && !row.Booked),
        ("Q05", "Soggetto erogatore scelto senza prenotazione approvata", row => row.Provider is not null && row.Decision != "APPROVED"),
        ("Q06", "Più assenze che sessioni registrate", row => row.SessionsMissed > row.SessionsRecorded),
        ("Q07", "Esito prima della presa in carico", row => row.OutcomeOn < row.InChargeOn),
        ("Q08", "Prenotazione di una pratica fuori dal piano", row => row.Booked && !row.InScope),
    ];

    /// <summary>The rules that somebody breaks, in the order of their ids.</summary>
    public static IReadOnlyList<Contradiction> Of(IReadOnlyList<CaseFigures> rows) =>
        [.. s_rules.Select(rule => new Contradiction(rule.Rule, rule.Text, rows.Count(rule.Breaks))).Where(found => found.Count > 0)];
}
