namespace Orchestrator.Hosting.Scenarios;

/// <summary>A line of a scenario did not hold.</summary>
internal sealed class ScenarioFailedException : Exception
{
    public ScenarioFailedException(string message) : base(message) { }

    public ScenarioFailedException() { }

    public ScenarioFailedException(string message, Exception inner) : base(message, inner) { }
}
