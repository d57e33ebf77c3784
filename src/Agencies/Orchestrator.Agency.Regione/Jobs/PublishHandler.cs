using System.Globalization;
using System.Text.Json.Nodes;
using Orchestrator.Agency.Regione.Publishing;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Regione.Jobs;

/// <summary>
/// <c>regione.publish</c>: inputs <c>crisis</c>, <c>reportId</c>, <c>period</c>. Writes the report's figures into a folder of its own below
/// <see cref="RegioneOptions.PublishFolder"/>, small cells suppressed, and returns <c>publishedAt</c> and <c>files</c> (names below that folder). A repeated job writes
/// the same files or finds them published, and returns the same.
/// </summary>
public sealed class PublishHandler(ICaseRegistry registry, RegioneOptions options) : IJobHandler
{
    /// <inheritdoc/>
    public string JobType => "regione.publish";

    /// <inheritdoc/>
    public async Task<JobResult> HandleAsync(Job job, CancellationToken cancellation)
    {
        var report = await registry.ReadReportAsync(job.RequiredText("reportId"), cancellation);
        Check(job, "crisis", report.Crisis);
        Check(job, "period", report.Period);
        if (report.State != ReportState.Published)
            report = await registry.RecordPublicationAsync(report.ReportId, await PublicFolder.WriteAsync(report, options, cancellation), cancellation);
        return JobResult.Done(new JsonObject
        {
            ["publishedAt"] = report.PublishedAt!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["files"] = new JsonArray([.. report.PublishedFiles.Select(file => (JsonNode)file)]),
        });
    }

    private static void Check(Job job, string name, string kept)
    {
        if (job.RequiredText(name) is var given && given != kept)
            throw new JobInputException($"Expected the report's {name} to be {kept}, as it was made, but found '{given}': map the right report.");
    }
}
