using Orchestrator.Feel;

namespace Orchestrator.Interpreter;

/// <summary>What a decision may look at besides state and command: definitions, calendars and the zone of terms. Nothing in it changes while a decision runs.</summary>
public sealed record World(IDefinitions Definitions, FeelCalendars Calendars, TimeZoneInfo Zone, Func<string, TimeZoneInfo?> Zones);
