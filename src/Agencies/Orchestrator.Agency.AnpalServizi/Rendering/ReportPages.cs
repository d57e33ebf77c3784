using Orchestrator.Agency.AnpalServizi.Figures;

namespace Orchestrator.Agency.AnpalServizi.Rendering;

/// <summary>The report for readers, line by line: completeness, figures with formula, breakdowns as tables.</summary>
internal static class ReportPages
{
    private static readonly Dictionary<string, string> s_breakdowns = new()
    {
        ["centre"] = "per centro per l'impiego", ["pathway"] = "per percorso", ["gender"] = "per genere", ["age"] = "per classe d'età", ["occupation"] = "per grande gruppo CP2021",
        ["outcome"] = "per esito", ["reason"] = "per motivo", ["session"] = "per tipo di sessione",
    };

    public static IReadOnlyList<string> Of(ReportText report, IReadOnlyList<Figure> figures, decimal missingShare, IReadOnlyList<Contradiction> contradictions)
    {
        List<string> lines =
        [
            "# " + report.Title, "", "Documento interno: contiene anche valori riferiti a meno di 5 persone.", "", "# Qualità dei dati", $"Pratiche con dati mancanti: {Percent.Of(missingShare)}",
            .. contradictions.Count == 0 ? ["Nessuna contraddizione."] : contradictions.Select(found => $"{found.Rule} {found.Text}: {found.Count}"), "", "# Indicatori",
        ];
        foreach (var figure in figures.Where(figure => figure.Breakdown is null))
        {
            lines.Add($"{figure.Label}: {ValueOf(figure)}");
            lines.Add($"    Formula: {figure.Formula}{Parts(figure)}");
        }
        foreach (var table in figures.Where(figure => figure.Breakdown is not null).GroupBy(figure => (figure.Id, figure.Breakdown)))
        {
            lines.Add("");
            lines.Add($"# {table.First().Label} {s_breakdowns[table.Key.Breakdown!]}");
            lines.AddRange(table.Select(figure => $"{figure.Cell,-40}{ValueOf(figure),12}{Parts(figure)}"));
        }
        return lines;
    }

    private static string ValueOf(Figure figure) => figure switch
    {
        { Value: null } => "n.d.",
        { Denominator: null } or { Persons: not null, Id: not "no-show" } => Percent.Number(figure.Value.Value, 1),
        _ => Percent.Of(figure.Value),
    };

    private static string Parts(Figure figure) => figure.Denominator is { } over ? $" ({Percent.Number(figure.Numerator ?? 0, 1)} / {over})" : "";
}
