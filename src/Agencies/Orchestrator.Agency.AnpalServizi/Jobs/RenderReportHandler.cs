using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Agency.AnpalServizi.Figures;
using Orchestrator.Agency.AnpalServizi.Rendering;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.AnpalServizi.Jobs;

/// <summary>
/// <c>anpalservizi.render-report</c>: inputs <c>snapshotId</c>, <c>crisis</c>, <c>period</c>. Writes the report (PDF, JSON, CSV, charts as SVG) below
/// <see cref="AnpalServiziOptions.ReportFolder"/>, keeps it in the registry as a draft, and returns <c>reportId</c>, <c>files</c> (names below that folder) and <c>sha256</c> of
/// the PDF. The report's id follows from the snapshot: a repeated job writes the same bytes and keeps the same report.
/// </summary>
public sealed class RenderReportHandler(ICaseRegistry registry, AnpalServiziOptions options) : IJobHandler
{
    private const string Pdf = "relazione.pdf";

    /// <inheritdoc/>
    public string JobType => "anpalservizi.render-report";

    /// <inheritdoc/>
    public async Task<JobResult> HandleAsync(Job job, CancellationToken cancellation)
    {
        var report = new ReportText($"RP-{job.RequiredId("snapshotId"):D}", job.RequiredText("crisis"), job.RequiredText("period"));
        var rows = await registry.ReadSnapshotAsync(job, cancellation);
        var figures = Indicators.Of(rows);
        var files = Render(report, rows, figures);
        var names = await ReportFolder.WriteAsync(options.ReportFolder, report.Id, files, cancellation);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(files.First(file => file.Name == Pdf).Bytes));
        await registry.SaveReportAsync(new(report.Id, report.Crisis, report.Period, [.. figures.Select(figure => figure.ToReport())], names, sha256), cancellation);
        return JobResult.Done(new JsonObject
        {
            ["reportId"] = report.Id, ["files"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]), ["sha256"] = sha256,
        });
    }

    private static (string Name, byte[] Bytes)[] Render(ReportText report, IReadOnlyList<CaseFigures> rows, IReadOnlyList<Figure> figures)
    {
        var missing = Counting.Ratio(rows.Count(row => Completeness.MissingOf(row).Count > 0), rows.Count) ?? 0;
        string[] steps = ["reached", "attended", "in-scope", "booked", "approved", "in-charge", "closed", "employed"];
        var pathway = figures.Where(figure => figure.Breakdown is null && steps.Contains(figure.Id)).Select(figure => (figure.Label, figure)).ToList();
        var outcomes = figures.Where(figure => figure.Id == "outcomes").Select(figure => (figure.Cell!, figure)).ToList();
        return
        [
            (Pdf, PdfWriter.Write(report.Title, ReportPages.Of(report, figures, missing, Contradictions.Of(rows)))),
            ("figures.json", Encoding.UTF8.GetBytes(FigureFiles.Json(report, figures))),
            ("figures.csv", Encoding.UTF8.GetBytes(FigureFiles.Csv(figures))),
            ("percorso.svg", Encoding.UTF8.GetBytes(BarChart.Write("Dal contatto all'esito", pathway))),
            ("esiti.svg", Encoding.UTF8.GetBytes(BarChart.Write("Esiti alla chiusura", outcomes))),
        ];
    }
}
