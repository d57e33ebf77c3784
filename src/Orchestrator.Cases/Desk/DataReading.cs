namespace Orchestrator.Cases.Desk;

/// <summary>A reading of a person's data: when, by which account or service, what for.</summary>
public sealed record DataReading(DateTimeOffset At, string Actor, string Purpose);
