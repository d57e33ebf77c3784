using System.Globalization;
using System.Net;
using System.Text;
using Orchestrator.Agency.AnpalServizi.Figures;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.AnpalServizi.Rendering;

/// <summary>Bars of the shares of the whole crisis, as SVG. The description says in words what the bars show, and each bar has its figure beside it.</summary>
internal static class FigureChart
{
    private const int Width = 760;
    private const int Row = 26;
    private const int Top = 48;
    private const int Left = 330;
    private const int Bar = 340;

    public static string Draw(string title, IReadOnlyList<ReportFigure> figures)
    {
        var titles = ReportFigures.Measures.ToDictionary(measure => measure.Id, measure => measure.Title);
        var shares = figures.Where(figure => figure.Breakdown is null && figure.Denominator is not null && figure.Value is not null)
            .Select(figure => (Title: titles[figure.Id], Share: figure.Value!.Value, Words: string.Create(CultureInfo.InvariantCulture, $"{figure.Numerator} su {figure.Denominator}"))).ToList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t d\" viewBox=\"0 0 {Width} {Top + (Row * shares.Count) + 10}\" font-family=\"sans-serif\" font-size=\"13\">\n");
        text.Append(CultureInfo.InvariantCulture, $"<title id=\"t\">{WebUtility.HtmlEncode(title)}</title>\n<desc id=\"d\">{WebUtility.HtmlEncode(string.Join("; ", shares.Select(one => $"{one.Title}: {one.Words}")))}.</desc>\n");
        text.Append(CultureInfo.InvariantCulture, $"<text x=\"10\" y=\"26\" font-size=\"16\">{WebUtility.HtmlEncode(title)}</text>\n");
        foreach (var (one, i) in shares.Select((one, i) => (one, i)))
        {
            var y = Top + (Row * i);
            text.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 10}\" y=\"{y + 14}\" text-anchor=\"end\">{WebUtility.HtmlEncode(one.Title)}</text>");
            text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"{y}\" width=\"{Math.Round(one.Share * Bar, 1)}\" height=\"18\" fill=\"#0059b3\"/><text x=\"{Left + Math.Round(one.Share * Bar, 1) + 6}\" y=\"{y + 14}\">{one.Words}</text>\n");
        }
        return text.Append("</svg>\n").ToString();
    }
}
