namespace Orchestrator.Contracts.Cases;

/// <summary>A free slot.</summary>
/// <param name="Operator">Key of an operator's calendar, <c>08-op2</c>.</param>
/// <param name="Room">Key of a room, <c>08-sala1</c>.</param>
public sealed record Slot(DateTimeOffset StartsAt, string Operator, string Room);
