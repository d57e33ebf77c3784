namespace Orchestrator.Hosting.Scenarios;

/// <summary>A scenario file, read: its title, the instant it starts at, the users it names with their groups, and its steps.</summary>
public sealed record ScenarioFile(string Path, string Title, string Clock, IReadOnlyDictionary<string, IReadOnlyList<string>> Users, IReadOnlyList<ScenarioStep> Steps);
