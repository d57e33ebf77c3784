using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.AnpalServizi.Figures;

/// <summary>The definitions of the figures, in the order of the report.</summary>
internal static class IndicatorList
{
    private const string Everybody = "lavoratori coinvolti";

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("workers", "Lavoratori coinvolti", "numero delle pratiche", rows => (rows.Count, null), IndicatorKind.Count),
        Share("reached", "Raggiunti", "stato diverso da NEW / " + Everybody, _ => true, row => row.State is not (null or "NEW")),
        Share("attended", "Presenti ad almeno una sessione", "con minuti di presenza / " + Everybody, _ => true, row => row.MinutesByKind.Count > 0),
        Share("in-scope", "Nel piano dell'accordo", "ambito e profilo nel piano / " + Everybody, _ => true, row => row.InScope),
        Share("booked", "Prenotati", "nel piano e con prenotazione / nel piano", row => row.InScope, row => row.Booked),
        Share("booked-in-term", "Prenotati entro il termine", "prenotati entro il termine / prenotati con termine noto", row => row.BookedInTerm is not null, row => row.BookedInTerm == true),
        Share("approved", "Prenotazioni approvate", "approvate / decise", row => row.Decision is not null, row => row.Decision == "APPROVED"),
        Share("rejected", "Prenotazioni respinte", "respinte / decise", row => row.Decision is not null, row => row.Decision == "REJECTED"),
        Share("chosen-cpi", "Scelta: centro per l'impiego", "scelta CPI / approvate", IsApproved, row => row.Provider == "CPI"),
        Share("chosen-private", "Scelta: operatore privato", "scelta operatore privato / approvate", IsApproved, row => row.Provider == "operatore privato"),
        Share("chosen-none", "Nessuna scelta", "senza scelta / approvate", IsApproved, row => row.Provider is null),
        Share("in-charge", "Presi in carico", "con data di presa in carico / " + Everybody, _ => true, row => row.InChargeOn is not null),
        Mean("hours-group", "Ore di gruppo per persona", "ore di gruppo erogate / persone che le hanno ricevute", row => MinutesOf(row, IsGroup) is var minutes and > 0 ? minutes / 60m : null),
        Mean("hours-individual", "Ore individuali per persona", "ore individuali erogate / persone che le hanno ricevute", row => MinutesOf(row, kind => !IsGroup(kind)) is var minutes and > 0 ? minutes / 60m : null),
        Share("closed", "Percorsi conclusi", "con esito / " + Everybody, _ => true, row => row.Outcome is not null),
        Share("employed", "Esito occupazionale", "esito occupazionale / con esito", row => row.Outcome is not null, row => row.OutcomeVerified is not null),
        Share("employed-verified", "Esito occupazionale confermato da comunicazione obbligatoria", "confermati / esiti occupazionali", row => row.OutcomeVerified is not null, row => row.OutcomeVerified == true),
        Mean("days-to-booking", "Giorni dalla firma alla prenotazione", "somma dei giorni / prenotati", row => row.DaysToBooking),
        Mean("days-to-decision", "Giorni dalla prenotazione alla decisione", "somma dei giorni / decisi", row => row.DaysToDecision),
        Mean("days-to-outcome", "Giorni dalla presa in carico all'esito", "somma dei giorni / conclusi dopo la presa in carico", row => row.OutcomeOn?.DayNumber - row.InChargeOn?.DayNumber),
        Share("presented-in-time", "Presentazione entro 30 giorni", "alla presentazione in tempo / alla presentazione", row => row.PresentedInTime is not null, row => row.PresentedInTime == true),
        new("no-show", "Assenze", "sessioni mancate / sessioni registrate", rows => (rows.Sum(row => row.SessionsMissed), rows.Sum(row => row.SessionsRecorded)), IndicatorKind.OfSessions),
    ];

    private static Indicator Share(string id, string label, string formula, Func<CaseFigures, bool> among, Func<CaseFigures, bool> counts) =>
        new(id, label, formula, rows => (rows.Count(row => among(row) && counts(row)), rows.Count(among)), IndicatorKind.Share);

    private static Indicator Mean(string id, string label, string formula, Func<CaseFigures, decimal?> amount) =>
        new(id, label, formula, rows => (rows.Sum(row => amount(row) ?? 0m), rows.Count(row => amount(row) is not null)), IndicatorKind.Mean);

    private static bool IsApproved(CaseFigures row) => row.Decision == "APPROVED";

    // Meetings 2 and 3 are individual; every other kind of session is a group.
    private static bool IsGroup(string kind) => kind is not ("incontro-2" or "incontro-3");

    private static int MinutesOf(CaseFigures row, Func<string, bool> among) => row.MinutesByKind.Where(kind => among(kind.Key)).Sum(kind => kind.Value);
}
