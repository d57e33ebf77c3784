namespace Orchestrator.Contracts.Bus;

/// <summary>An agency tells the processes something: correlated once per process id, buffered for <see cref="TimeToLive"/> until somebody waits for it.</summary>
/// <param name="MessageId">Given by the sender; a second message with the same id changes nothing.</param>
/// <param name="Name">A name of the message catalogue.</param>
/// <param name="CorrelationKey">The business key it is for.</param>
/// <param name="TimeToLive">Zero reaches only who waits at that moment.</param>
/// <param name="VariablesJson">A JSON object. Opaque ids only, no personal data.</param>
[Contract("message-for-process", version: 1)]
public sealed record MessageForProcess(string MessageId, string Name, string CorrelationKey, TimeSpan TimeToLive, string VariablesJson);
