namespace Orchestrator.Contracts.Bus;

/// <summary>The attempt succeeded. <see cref="OutputJson"/> is a JSON object: the variables the job gives back.</summary>
[Contract("job-completed", version: 1)]
public sealed record JobCompleted(long JobKey, int Attempt, string Worker, string OutputJson);
