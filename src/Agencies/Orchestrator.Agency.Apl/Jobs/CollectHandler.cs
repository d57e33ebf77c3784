using System.Globalization;
using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// <c>apl.collect</c>: inputs <c>crisis</c>, <c>period</c>, <c>kind</c>. Freezes the figures of every case of the crisis and returns <c>snapshotId</c> and <c>cases</c> (how
/// many). A repeated job returns the same snapshot.
/// </summary>
public sealed class CollectHandler(ICaseRegistry registry) : IJobHandler
{
    /// <inheritdoc/>
    public string JobType => "apl.collect";

    /// <inheritdoc/>
    public Task<JobResult> HandleAsync(Job job, CancellationToken cancellation) => RegistryAnswers.ForAsync(async () =>
    {
        var request = new SnapshotRequest(job.Key.ToString(CultureInfo.InvariantCulture), job.RequiredText("crisis"), job.RequiredText("period"), job.RequiredText("kind"));
        var taken = await registry.TakeSnapshotAsync(request, RegistryAnswers.ReasonOf(job), cancellation);
        return JobResult.Done(new JsonObject { ["snapshotId"] = taken.Snapshot.ToString("D"), ["cases"] = taken.Cases });
    });
}
