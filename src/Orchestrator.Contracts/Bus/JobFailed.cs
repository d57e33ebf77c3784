namespace Orchestrator.Contracts.Bus;

/// <summary>
/// The attempt failed. <see cref="Message"/> is for operators and holds no personal data. <see cref="RetryAfter"/> asks for a pause before the next attempt (the engine's back-off when null);
/// a <see cref="Permanent"/> failure becomes an incident at once.
/// </summary>
[Contract("job-failed", version: 1)]
public sealed record JobFailed(long JobKey, int Attempt, string Worker, string Message, TimeSpan? RetryAfter, bool Permanent);
