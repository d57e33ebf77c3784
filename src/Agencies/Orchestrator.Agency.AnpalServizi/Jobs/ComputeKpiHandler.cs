using System.Text.Json.Nodes;
using Orchestrator.Agency.AnpalServizi.Figures;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.AnpalServizi.Jobs;

/// <summary>
/// <c>anpalservizi.compute-kpi</c>: input <c>snapshotId</c>. Returns <c>figures</c> of the whole crisis, each with <c>id</c>, <c>label</c>, <c>formula</c>, <c>value</c>,
/// <c>numerator</c>, <c>denominator</c>. The breakdowns stand in the report alone: as variables they would be too many.
/// </summary>
public sealed class ComputeKpiHandler(ICaseRegistry registry) : IJobHandler
{
    /// <inheritdoc/>
    public string JobType => "anpalservizi.compute-kpi";

    /// <inheritdoc/>
    public async Task<JobResult> HandleAsync(Job job, CancellationToken cancellation)
    {
        var figures = Indicators.Of(await registry.ReadSnapshotAsync(job, cancellation));
        return JobResult.Done(new JsonObject
        {
            ["figures"] = new JsonArray([.. figures.Where(figure => figure.Breakdown is null).Select(figure => new JsonObject
            {
                ["id"] = figure.Id, ["label"] = figure.Label, ["formula"] = figure.Formula, ["value"] = figure.Value, ["numerator"] = figure.Numerator, ["denominator"] = figure.Denominator,
            })]),
        });
    }
}
