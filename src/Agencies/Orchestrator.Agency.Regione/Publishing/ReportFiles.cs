using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.Regione.Publishing;

/// <summary>The figures of a report for machines: CSV (RFC 4180, UTF-8, decimals with a point) and JSON.</summary>
internal static class ReportFiles
{
    public const string Csv = "figures.csv";
    public const string Json = "figures.json";
    public const string Metadata = "metadata.jsonld";

    public static JsonSerializerOptions Readable { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string CsvOf(IReadOnlyList<PublishedFigure> figures)
    {
        var text = new StringBuilder("id,breakdown,cell,value,numerator,denominator,suppressed\r\n");
        foreach (var (figure, suppressed) in figures)
        {
            string[] fields =
            [
                figure.Id, figure.Breakdown ?? "", figure.Cell ?? "", figure.Value?.ToString(CultureInfo.InvariantCulture) ?? "", figure.Numerator?.ToString(CultureInfo.InvariantCulture) ?? "",
                figure.Denominator?.ToString(CultureInfo.InvariantCulture) ?? "", suppressed ? "true" : "false",
            ];
            text.AppendJoin(',', fields.Select(Quoted)).Append("\r\n");
        }
        return text.ToString();
    }

    public static string JsonOf(ReportView report, IReadOnlyList<PublishedFigure> figures) => new JsonObject
    {
        ["report"] = report.ReportId,
        ["crisis"] = report.Crisis,
        ["period"] = report.Period,
        ["suppressedBelow"] = Suppression.PersonsMin,
        ["figures"] = new JsonArray([.. figures.Select(one => new JsonObject
        {
            ["id"] = one.Figure.Id,
            ["breakdown"] = one.Figure.Breakdown,
            ["cell"] = one.Figure.Cell,
            ["value"] = one.Figure.Value,
            ["numerator"] = one.Figure.Numerator,
            ["denominator"] = one.Figure.Denominator,
            ["suppressed"] = one.Suppressed,
        })]),
    }.ToJsonString(Readable) + "\n";

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(',', '"', '\n') >= 0 || field.Contains('\r', StringComparison.Ordinal) ? "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : field;
}
