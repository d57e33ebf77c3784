namespace Orchestrator.Worker;

/// <summary>
/// Does one type of job. It may be called more than once for the same job (a lost answer, a restart, a late attempt): whatever it does outside must be keyed by <see cref="Job.Key"/>.
/// </summary>
public interface IJobHandler
{
    /// <summary>For example <c>apl.convene</c>. Case matters.</summary>
    string JobType { get; }

    /// <summary>Does the job. An exception is a failed attempt; <paramref name="cancellation"/> is signalled at the attempt's deadline.</summary>
    Task<JobResult> HandleAsync(Job job, CancellationToken cancellation);
}
