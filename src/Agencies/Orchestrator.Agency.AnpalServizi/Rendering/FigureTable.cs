using System.Globalization;
using System.Text;
using Orchestrator.Agency.AnpalServizi.Figures;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.AnpalServizi.Rendering;

/// <summary>The figures as CSV (RFC 4180, semicolons): id, Italian name, breakdown, cell, value, numerator, denominator.</summary>
internal static class FigureTable
{
    public static string Write(IReadOnlyList<ReportFigure> figures)
    {
        var titles = ReportFigures.Measures.ToDictionary(measure => measure.Id, measure => measure.Title);
        var text = new StringBuilder("indicatore;descrizione;suddivisione;voce;valore;numeratore;denominatore\r\n");
        foreach (var figure in figures)
            text.Append(CultureInfo.InvariantCulture, $"{figure.Id};\"{titles[figure.Id]}\";{figure.Breakdown};{figure.Cell};{figure.Value};{figure.Numerator};{figure.Denominator}\r\n");
        return text.ToString();
    }
}
