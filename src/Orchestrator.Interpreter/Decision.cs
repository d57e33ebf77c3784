using System.Collections.Immutable;

namespace Orchestrator.Interpreter;

/// <summary>The answer to a command: events and the state after them, or a rejection with no events and the state untouched.</summary>
public sealed record Decision(ImmutableArray<InstanceEvent> Events, InstanceState? State, Rejection? Rejection);
