using Orchestrator.Contracts.Bus;

namespace Orchestrator.Worker;

/// <summary>The name this worker signs its answers with: agency and machine, for example <c>apl@server-1</c>; null where several agencies share a process, which then sign with their own.</summary>
public sealed record WorkerName(string? Value)
{
    /// <summary>Who signs the answer to a job of this type.</summary>
    public string For(string jobType) => Value ?? BusNames.AgencyOf(jobType);
}
