using System.Text.Json.Nodes;
using Orchestrator.Agency.AnpalServizi.Figures;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.AnpalServizi.Jobs;

/// <summary>
/// <c>anpalservizi.quality</c>: input <c>snapshotId</c>. Returns <c>missingShare</c> (0–1, six decimals; 0 of nobody), <c>missing</c> (<c>centre</c>, <c>cases</c>: ids, or how
/// many when a centre has more than <see cref="CasesListedMax"/>) and <c>contradictions</c> (<c>rule</c>, <c>text</c>, <c>count</c>; rules that nobody breaks are left out).
/// </summary>
public sealed class QualityHandler(ICaseRegistry registry) : IJobHandler
{
    /// <summary>A centre with more incomplete cases is told their number.</summary>
    public const int CasesListedMax = 200;

    /// <inheritdoc/>
    public string JobType => "anpalservizi.quality";

    /// <inheritdoc/>
    public async Task<JobResult> HandleAsync(Job job, CancellationToken cancellation)
    {
        var rows = await registry.ReadSnapshotAsync(job, cancellation);
        var incomplete = rows.Where(row => Completeness.MissingOf(row).Count > 0).ToList();
        return JobResult.Done(new JsonObject
        {
            ["missingShare"] = rows.Count == 0 ? 0m : Math.Round((decimal)incomplete.Count / rows.Count, 6),
            ["missing"] = new JsonArray([.. incomplete.GroupBy(row => row.Centre).OrderBy(centre => centre.Key, StringComparer.Ordinal).Select(centre => new JsonObject
            {
                ["centre"] = centre.Key,
                ["cases"] = centre.Count() > CasesListedMax ? centre.Count() : new JsonArray([.. centre.Select(row => JsonValue.Create(row.Case))]),
            })]),
            ["contradictions"] = new JsonArray([.. Contradictions.Of(rows).Select(found => new JsonObject
            {
                ["rule"] = found.Rule, ["text"] = found.Text, ["count"] = found.Count,
            })]),
        });
    }
}
