using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// <c>apl.load-cases</c>: inputs <c>importId</c>, <c>crisis</c> and optionally <c>agreement</c>. Makes cases of the good rows of a checked list, once for each
/// person and crisis, and returns <c>cases</c> (<c>case</c>, <c>inScope</c>, <c>centre</c>; opaque ids in their order), <c>centre</c> (of most cases, null
/// without cases), <c>centres</c>, <c>added</c> and <c>known</c>. A repeated job gives the same answer.
/// </summary>
public sealed class LoadCasesHandler(ICaseRegistry registry) : IJobHandler
{
    /// <inheritdoc/>
    public string JobType => "apl.load-cases";

    /// <inheritdoc/>
    public Task<JobResult> HandleAsync(Job job, CancellationToken cancellation) => RegistryAnswers.ForAsync(async () =>
    {
        var import = job.RequiredImport();
        var loaded = await registry.LoadCasesAsync(new(import, job.RequiredText("crisis"), job.OptionalText("agreement")), RegistryAnswers.ReasonOf(job), cancellation);
        var cases = await ReadAsync(import.ToString("D"), cancellation);
        var centres = cases.GroupBy(row => row.Centre).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key).ToList();
        return JobResult.Done(new JsonObject
        {
            ["cases"] = new JsonArray([.. cases.Select(row => new JsonObject { ["case"] = row.CaseId, ["inScope"] = row.InScope, ["centre"] = row.Centre })]),
            ["centre"] = centres.FirstOrDefault(),
            ["centres"] = centres.Order(StringComparer.Ordinal).ToJson(),
            ["added"] = loaded.Added,
            ["known"] = loaded.Known,
        });
    });

    private async Task<List<WorkerCaseReference>> ReadAsync(string audience, CancellationToken cancellation)
    {
        var cases = new List<WorkerCaseReference>();
        CasePage page;
        do
        {
            page = await registry.ReadCasesAsync(audience, cases.Count > 0 ? cases[^1].CaseId : null, CaseLimits.PageRowsMax, cancellation);
            cases.AddRange(page.Cases);
        }
        while (page.More);
        return cases;
    }
}
