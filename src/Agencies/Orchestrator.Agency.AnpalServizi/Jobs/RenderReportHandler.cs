using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Agency.AnpalServizi.Figures;
using Orchestrator.Agency.AnpalServizi.Rendering;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.AnpalServizi.Jobs;

/// <summary>
/// <c>anpalservizi.render-report</c>: inputs <c>snapshotId</c>, <c>crisis</c>, <c>period</c>. Writes the figures as CSV and a chart as SVG with a text alternative below
/// <see cref="AnpalServiziOptions.ReportFolder"/>, keeps the report in the registry, and returns <c>reportId</c>, <c>files</c> and <c>sha256</c>. The same snapshot gives
/// the same report and the same bytes.
/// </summary>
public sealed class RenderReportHandler(ICaseRegistry registry, AnpalServiziOptions options) : IJobHandler
{
    private const string CsvName = "figures.csv";
    private const string ChartName = "chart.svg";

    /// <inheritdoc/>
    public string JobType => "anpalservizi.render-report";

    /// <inheritdoc/>
    public async Task<JobResult> HandleAsync(Job job, CancellationToken cancellation)
    {
        var figures = ReportFigures.Compute(await SnapshotReader.ReadAsync(registry, job, cancellation));
        var (crisis, period) = (job.RequiredText("crisis"), job.RequiredText("period"));
        var reportId = $"REL-{job.RequiredText("snapshotId")}";
        var folder = Directory.CreateDirectory(Path.Combine(options.ReportFolder, reportId)).FullName;
        var csv = Encoding.UTF8.GetBytes(FigureTable.Write(figures));
        await File.WriteAllBytesAsync(Path.Combine(folder, CsvName), csv, cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, ChartName), FigureChart.Draw($"Crisi {crisis}, {period}", figures), cancellation);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(csv));
        var files = new[] { $"{reportId}/{CsvName}", $"{reportId}/{ChartName}" };
        await registry.SaveReportAsync(new(reportId, crisis, period, figures, files, sha256), cancellation);
        return JobResult.Done(new JsonObject { ["reportId"] = reportId, ["files"] = new JsonArray([.. files.Select(file => (JsonNode)file)]), ["sha256"] = sha256 });
    }
}
