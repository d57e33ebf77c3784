using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.AnpalServizi.Figures;

/// <summary>
/// The figures of a report (§3.11 of the programme), each a count of cases or a share with numerator and denominator, for the whole and by gender, age band, centre and
/// pathway. Pure: the same cases give the same figures in the same order.
/// </summary>
public static class ReportFigures
{
    private const int ShareDigits = 4;

    /// <summary>What is measured: id, Italian name, who counts, and among whom (null: a plain count).</summary>
    public static IReadOnlyList<Measure> Measures { get; } =
    [
        new("workers", "Lavoratori coinvolti", _ => true, null),
        new("presented-in-time", "All'incontro di presentazione entro 30 giorni", one => one.PresentedInTime == true, one => one.InScope),
        new("booked", "Hanno prenotato", one => one.Booked, one => one.InScope),
        new("approved", "Prenotazioni approvate", one => one.Decision == "APPROVED", one => one.Booked),
        new("rejected", "Prenotazioni respinte", one => one.Decision == "REJECTED", one => one.Booked),
        new("chose-centre", "Hanno scelto il Centro per l'impiego", one => one.Provider == "CPI", one => one.Decision == "APPROVED"),
        new("chose-private", "Hanno scelto un operatore privato", one => one.Provider is not null and not "CPI", one => one.Decision == "APPROVED"),
        new("in-charge", "Presi in carico", one => one.InChargeOn is not null, one => one.Provider == "CPI"),
        .. new[] { "incontro-1", "incontro-2", "incontro-3", "incontro-4", "modulo-1", "modulo-2" }
            .Select(kind => new Measure("attended-" + kind, "Presenti: " + kind.Replace('-', ' '), one => one.MinutesByKind.ContainsKey(kind), null)),
        new("no-show", "Con almeno un'assenza", one => one.SessionsMissed > 0, one => one.SessionsRecorded > 0),
        new("hired", "Assunti alla fine del percorso", one => one.Outcome?.StartsWith("assunzione", StringComparison.Ordinal) == true, one => one.Outcome is not null),
        new("employed-after-6", "Occupati dopo 6 mesi", one => one.AfterSixMonths?.StartsWith("SUCCESS", StringComparison.Ordinal) == true, one => one.AfterSixMonths is not null),
        new("employed-after-12", "Occupati dopo 12 mesi", one => one.AfterTwelveMonths?.StartsWith("SUCCESS", StringComparison.Ordinal) == true, one => one.AfterTwelveMonths is not null),
    ];

    private static readonly (string Name, Func<CaseFigures, string?> Of)[] s_breakdowns =
        [("gender", one => one.Gender), ("age", one => one.AgeBand), ("centre", one => one.Centre), ("pathway", one => one.Pathway)];

    /// <summary>All figures of <paramref name="cases"/>.</summary>
    public static IReadOnlyList<ReportFigure> Compute(IReadOnlyList<CaseFigures> cases)
    {
        var figures = new List<ReportFigure>();
        foreach (var measure in Measures)
        {
            figures.Add(Figure(measure, null, null, cases));
            foreach (var (name, of) in s_breakdowns)
                foreach (var cell in cases.Where(one => of(one) is not null).GroupBy(one => of(one)!).OrderBy(group => group.Key, StringComparer.Ordinal))
                    figures.Add(Figure(measure, name, cell.Key, [.. cell]));
        }
        return figures;
    }

    private static ReportFigure Figure(Measure measure, string? breakdown, string? cell, IReadOnlyList<CaseFigures> cases)
    {
        if (measure.Among is not { } among)
            return new(measure.Id, breakdown, cell, cases.Count(measure.Counts), cases.Count(measure.Counts), null);
        var (all, some) = (cases.Count(among), cases.Count(one => among(one) && measure.Counts(one)));
        return new(measure.Id, breakdown, cell, all == 0 ? null : Math.Round((decimal)some / all, ShareDigits), some, all);
    }

    /// <summary>A figure of the report.</summary>
    /// <param name="Id">Stable name.</param>
    /// <param name="Title">Italian, as the report calls it.</param>
    /// <param name="Counts">Which cases count.</param>
    /// <param name="Among">The cases of which they are a share; null for a plain count.</param>
    public sealed record Measure(string Id, string Title, Func<CaseFigures, bool> Counts, Func<CaseFigures, bool>? Among)
    {
        /// <summary>The formula in words.</summary>
        public string Formula => Among is null ? $"numero di casi: {Title}" : $"casi «{Title}» / casi a cui si riferisce";
    }
}
