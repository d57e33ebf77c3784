namespace Orchestrator.Interpreter;

/// <summary>
/// A command with what Decide may know of the world: the instant (one clock reading per round) and the actor.
/// <see cref="Request"/> is the idempotency key: 16 bytes, time-ordered when we mint it.
/// </summary>
public sealed record CommandEnvelope(Guid Request, InstanceId Instance, Actor Actor, DateTimeOffset At, Command Command);
