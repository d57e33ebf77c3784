namespace Orchestrator.Contracts.Bus;

/// <summary>The work ended in a business error that the process may catch by <see cref="Code"/>.</summary>
[Contract("job-error-thrown", version: 1)]
public sealed record JobErrorThrown(long JobKey, int Attempt, string Worker, string Code, string Message, string OutputJson);
