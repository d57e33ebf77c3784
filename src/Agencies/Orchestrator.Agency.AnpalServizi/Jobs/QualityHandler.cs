using System.Text.Json.Nodes;
using Orchestrator.Agency.AnpalServizi.Figures;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.AnpalServizi.Jobs;

/// <summary>
/// <c>anpalservizi.quality</c>: input <c>snapshotId</c>. Returns <c>missingShare</c> (0–1: cases with a missing figure), <c>missing</c> (for each centre with such cases,
/// <c>centre</c> and <c>cases</c>, a list of ids) and <c>contradictions</c> (for each rule that a case breaks, <c>rule</c> and <c>count</c>).
/// </summary>
public sealed class QualityHandler(ICaseRegistry registry) : IJobHandler
{
    private const int ShareDigits = 6;

    /// <inheritdoc/>
    public string JobType => "anpalservizi.quality";

    /// <inheritdoc/>
    public async Task<JobResult> HandleAsync(Job job, CancellationToken cancellation)
    {
        var cases = await SnapshotReader.ReadAsync(registry, job, cancellation);
        var incomplete = cases.Where(QualityRules.IsIncomplete).ToList();
        var byCentre = incomplete.GroupBy(one => one.Centre).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (JsonNode)new JsonObject
        {
            ["centre"] = group.Key, ["cases"] = new JsonArray([.. group.Select(one => (JsonNode)one.Case)]),
        });
        var broken = QualityRules.Contradictions.Select(rule => (rule.Rule, Count: cases.Count(rule.Broken))).Where(rule => rule.Count > 0)
            .Select(rule => (JsonNode)new JsonObject { ["rule"] = rule.Rule, ["count"] = rule.Count });
        return JobResult.Done(new JsonObject
        {
            ["missingShare"] = cases.Count == 0 ? 0m : Math.Round((decimal)incomplete.Count / cases.Count, ShareDigits),
            ["missing"] = new JsonArray([.. byCentre]), ["contradictions"] = new JsonArray([.. broken]),
        });
    }
}
