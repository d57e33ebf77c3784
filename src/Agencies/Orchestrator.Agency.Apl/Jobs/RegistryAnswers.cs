using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>What all handlers do alike with the registry.</summary>
internal static class RegistryAnswers
{
    private const string Account = "service:apl";

    /// <summary>Runs <paramref name="work"/>; a refusal of the registry would be the same next time and fails the job for good.</summary>
    public static async Task<JobResult> ForAsync(Func<Task<JobResult>> work)
    {
        try
        {
            return await work();
        }
        catch (RegistryRefusedException refused)
        {
            return new JobResult.Failed($"{refused.Code}: {refused.Message}", Permanent: true);
        }
    }

    /// <summary>For the read log: which job read.</summary>
    public static AccessReason ReasonOf(Job job) => new(Account, FormattableString.Invariant($"{job.Type} {job.Key}"));
}
