namespace Orchestrator.Contracts.Bus;

/// <summary>A process threw a message that has no contract of its own in the catalogue, or whose variables do not fit it: an event for whoever subscribed. Delivered at least once; <see cref="MessageKey"/> is the same each time.</summary>
/// <param name="MessageKey">The publication's key.</param>
/// <param name="Name">The message's name.</param>
/// <param name="CorrelationKey">The business key of a crisis, agreement or worker case.</param>
/// <param name="At">When it was thrown, UTC.</param>
/// <param name="VariablesJson">A JSON object. Opaque ids only, no personal data.</param>
[Contract("message-thrown", version: 1)]
public sealed record MessageThrown(long MessageKey, string Name, string CorrelationKey, DateTimeOffset At, string VariablesJson);
