using System.Text.Json.Nodes;
using Orchestrator.Agency.AnpalServizi.Figures;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.AnpalServizi.Jobs;

/// <summary>
/// <c>anpalservizi.compute-kpi</c>: input <c>snapshotId</c>. Returns <c>figures</c> for the whole crisis: <c>id</c>, <c>formula</c>, <c>value</c>, <c>numerator</c>,
/// <c>denominator</c>. The breakdowns stand in the report.
/// </summary>
public sealed class ComputeKpiHandler(ICaseRegistry registry) : IJobHandler
{
    /// <inheritdoc/>
    public string JobType => "anpalservizi.compute-kpi";

    /// <inheritdoc/>
    public async Task<JobResult> HandleAsync(Job job, CancellationToken cancellation)
    {
        var figures = ReportFigures.Compute(await SnapshotReader.ReadAsync(registry, job, cancellation)).Where(figure => figure.Breakdown is null);
        var formulas = ReportFigures.Measures.ToDictionary(measure => measure.Id, measure => measure.Formula);
        return JobResult.Done(new JsonObject
        {
            ["figures"] = new JsonArray([.. figures.Select(figure => (JsonNode)new JsonObject
            {
                ["id"] = figure.Id, ["formula"] = formulas[figure.Id], ["value"] = figure.Value, ["numerator"] = figure.Numerator, ["denominator"] = figure.Denominator,
            })]),
        });
    }
}
