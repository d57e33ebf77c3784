namespace Orchestrator.Hosting.Scenarios;

/// <summary>What became of a run: null <see cref="Failure"/> means every line held; else it names file, line, what was expected and what was found.</summary>
public sealed record ScenarioResult(string Title, int StepsRun, string? Failure);
