using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.AnpalServizi.Figures;

/// <summary>The figures of a report as a pure function of the rows of a snapshot: the whole first, then each breakdown with its cells in the order of their names.</summary>
public static class Indicators
{
    /// <summary>The cell of who has no value.</summary>
    public const string Unknown = "non noto";

    private static readonly (string Name, Func<CaseFigures, string?> Cell)[] s_breakdowns =
    [
        ("centre", row => row.Centre),
        ("pathway", row => row.Pathway),
        ("gender", row => row.Gender),
        ("age", row => row.AgeBand),
        ("occupation", row => row.Occupation?[..1]),
    ];

    /// <summary>All figures.</summary>
    public static IReadOnlyList<Figure> Of(IReadOnlyList<CaseFigures> rows)
    {
        var figures = IndicatorList.All.Select(indicator => indicator.Of(rows, null, null)).ToList();
        figures.AddRange(s_breakdowns.SelectMany(breakdown => Cells(rows, breakdown.Name, row => breakdown.Cell(row) ?? Unknown)));
        figures.AddRange(Types(rows.Where(row => row.Outcome is not null), "outcomes", "Esiti alla chiusura", "outcome", row => row.Outcome!));
        figures.AddRange(Types(rows.Where(row => row.AfterSixMonths is not null), "after-6-months", "Esiti dopo 6 mesi", "outcome", row => row.AfterSixMonths!));
        figures.AddRange(Types(rows.Where(row => row.AfterTwelveMonths is not null), "after-12-months", "Esiti dopo 12 mesi", "outcome", row => row.AfterTwelveMonths!));
        figures.AddRange(Types(rows.Where(row => row.Decision == "REJECTED"), "rejections", "Prenotazioni respinte per motivo", "reason", row => RejectionKind.Of(row.DecisionReason)));
        figures.AddRange(Sessions(rows));
        return figures;
    }

    private static IEnumerable<Figure> Cells(IReadOnlyList<CaseFigures> rows, string breakdown, Func<CaseFigures, string> cellOf) =>
        rows.GroupBy(cellOf).OrderBy(cell => cell.Key, StringComparer.Ordinal).SelectMany(cell => IndicatorList.All.Select(indicator => indicator.Of([.. cell], breakdown, cell.Key)));

    private static IEnumerable<Figure> Types(IEnumerable<CaseFigures> rows, string id, string label, string breakdown, Func<CaseFigures, string> typeOf)
    {
        var known = rows.ToList();
        return known.GroupBy(typeOf).OrderBy(type => type.Key, StringComparer.Ordinal)
            .Select(type => Counting.Share(id, label, "persone con questo valore / persone con un valore", breakdown, type.Key, type.Count(), known.Count));
    }

    // By kind of session: modules and meetings as the registry names them.
    private static IEnumerable<Figure> Sessions(IReadOnlyList<CaseFigures> rows) => rows.SelectMany(row => row.MinutesByKind.Keys).Distinct().Order(StringComparer.Ordinal)
        .Select(kind => Counting.Share(
            "participation", "Partecipazione per tipo di sessione", "persone presenti a una sessione del tipo / lavoratori coinvolti", "session", kind, rows.Count(row => row.MinutesByKind.ContainsKey(kind)), rows.Count));
}
