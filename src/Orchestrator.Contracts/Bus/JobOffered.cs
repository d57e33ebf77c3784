namespace Orchestrator.Contracts.Bus;

/// <summary>
/// Work for an agency: the engine offers one attempt of one job. Delivered at least once; <see cref="JobKey"/> is the idempotency key of every effect outside.
/// After <see cref="Deadline"/> the attempt has failed and an answer to it is refused.
/// </summary>
/// <param name="JobKey">The job's key, the same in every attempt.</param>
/// <param name="JobType">For example <c>apl.convene</c>; the part before the dot names the agency.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="Deadline">UTC.</param>
/// <param name="ProcessInstanceKey">The process instance that waits.</param>
/// <param name="ProcessId">The id of its process.</param>
/// <param name="ElementId">The element that waits.</param>
/// <param name="InputJson">A JSON object: the job's input variables. Opaque ids only, no personal data.</param>
/// <param name="HeadersJson">A JSON object of strings: the task's headers.</param>
[Contract("job-offered", version: 1)]
public sealed record JobOffered(
    long JobKey, string JobType, int Attempt, DateTimeOffset Deadline, long ProcessInstanceKey, string ProcessId, string ElementId, string InputJson, string HeadersJson);
