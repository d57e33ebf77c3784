using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// <c>apl.co-followup</c>: inputs <c>case</c> and <c>months</c> (6 or 12). Returns <c>outcome</c> (see <see cref="FollowUpAnswer"/>) and <c>verifiedByCo</c>, by the employment
/// notices that are known when it runs.
/// </summary>
public sealed class CoFollowUpHandler(ICaseRegistry registry) : IJobHandler
{
    private const int MonthsMax = 12;

    /// <inheritdoc/>
    public string JobType => "apl.co-followup";

    /// <inheritdoc/>
    public Task<JobResult> HandleAsync(Job job, CancellationToken cancellation) => RegistryAnswers.ForAsync(async () =>
    {
        var answer = await registry.FollowUpAsync(job.RequiredText("case"), job.RequiredWhole("months", MonthsMax), RegistryAnswers.ReasonOf(job), cancellation);
        return JobResult.Done(new JsonObject { ["outcome"] = answer.Outcome, ["verifiedByCo"] = answer.VerifiedByCo });
    });
}
