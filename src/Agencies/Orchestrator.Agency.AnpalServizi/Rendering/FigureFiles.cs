using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Agency.AnpalServizi.Figures;

namespace Orchestrator.Agency.AnpalServizi.Rendering;

/// <summary>The figures for machines: JSON and CSV (RFC 4180, UTF-8, decimals with a point).</summary>
internal static class FigureFiles
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Json(ReportText report, IReadOnlyList<Figure> figures) => new JsonObject
    {
        ["report"] = report.Id,
        ["crisis"] = report.Crisis,
        ["period"] = report.Period,
        ["figures"] = new JsonArray([.. figures.Select(figure => new JsonObject
        {
            ["id"] = figure.Id, ["label"] = figure.Label, ["formula"] = figure.Formula, ["breakdown"] = figure.Breakdown, ["cell"] = figure.Cell,
            ["value"] = figure.Value, ["numerator"] = figure.Numerator, ["denominator"] = figure.Denominator,
        })]),
    }.ToJsonString(s_readable) + "\n";

    public static string Csv(IReadOnlyList<Figure> figures)
    {
        var text = new StringBuilder("id,label,formula,breakdown,cell,value,numerator,denominator\r\n");
        foreach (var figure in figures)
        {
            string[] fields = [figure.Id, figure.Label, figure.Formula, figure.Breakdown ?? "", figure.Cell ?? "", Number(figure.Value), Number(figure.Numerator), Number(figure.Denominator)];
            text.AppendJoin(',', fields.Select(Quoted)).Append("\r\n");
        }
        return text.ToString();
    }

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
