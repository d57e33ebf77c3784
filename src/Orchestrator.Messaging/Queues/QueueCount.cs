namespace Orchestrator.Messaging.Queues;

/// <summary>A queue of the bus, as the broker counts it.</summary>
/// <param name="Name">Its name at the broker.</param>
/// <param name="Agency">Whose programs read it; null for the engine's own.</param>
/// <param name="Message">The message of the catalogue that it takes; null for work and for answers.</param>
/// <param name="Waiting">Messages that nobody has taken yet.</param>
/// <param name="Readers">Programs that are connected to it.</param>
/// <param name="Dead">Messages that could not be read or handled, set aside in its error queue.</param>
public sealed record QueueCount(string Name, string? Agency, string? Message, int Waiting, int Readers, int Dead);

/// <summary>What the broker said, or why it did not.</summary>
/// <param name="At">When.</param>
/// <param name="Queues">Those that exist; empty when it did not answer.</param>
/// <param name="Failure">Why it did not answer, in technical words; null when it did.</param>
public sealed record QueueReading(DateTimeOffset At, IReadOnlyList<QueueCount> Queues, string? Failure);
