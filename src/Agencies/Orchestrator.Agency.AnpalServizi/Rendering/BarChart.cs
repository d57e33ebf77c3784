using System.Globalization;
using System.Net;
using System.Text;
using Orchestrator.Agency.AnpalServizi.Figures;

namespace Orchestrator.Agency.AnpalServizi.Rendering;

/// <summary>Shares as horizontal bars in SVG. The title and the description are the text alternative and tell every value.</summary>
internal static class BarChart
{
    private const int RowHeight = 28;
    private const int BarStart = 330;
    private const int BarWidthMax = 300;
    private const int Width = 720;

    public static string Write(string title, IReadOnlyList<(string Label, Figure Figure)> bars)
    {
        var height = 40 + (bars.Count * RowHeight);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"t d\" lang=\"it\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"t\">{Escaped(title)}</title>\n<desc id=\"d\">{Escaped(Alternative(bars))}</desc>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{height}\" fill=\"#ffffff\"/>\n<g font-family=\"sans-serif\" font-size=\"14\" fill=\"#17324d\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"10\" y=\"22\" font-weight=\"bold\">{Escaped(title)}</text>\n");
        for (var i = 0; i < bars.Count; i++)
        {
            var y = 40 + (i * RowHeight);
            var width = Math.Round((bars[i].Figure.Value ?? 0) * BarWidthMax, 1);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"10\" y=\"{y + 15}\">{Escaped(bars[i].Label)}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{BarStart}\" y=\"{y}\" width=\"{width}\" height=\"20\" fill=\"#0066cc\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{BarStart + width + 8}\" y=\"{y + 15}\">{Percent.Of(bars[i].Figure.Value)}</text>\n");
        }
        return svg.Append("</g>\n</svg>\n").ToString();
    }

    private static string Alternative(IReadOnlyList<(string Label, Figure Figure)> bars) => bars.Count == 0
        ? "Nessun dato."
        : string.Join("; ", bars.Select(bar => string.Create(CultureInfo.InvariantCulture, $"{bar.Label}: {Percent.Of(bar.Figure.Value)} ({bar.Figure.Numerator} su {bar.Figure.Denominator})"))) + ".";

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
