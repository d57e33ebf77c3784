namespace Orchestrator.Hosting.Scenarios;

/// <summary>A scenario file that cannot be read: the message names file, line, what was expected and what was found.</summary>
public sealed class ScenarioFormatException : Exception
{
    public ScenarioFormatException(string path, int line, string expected, string found)
        : base($"{path}({line}): expected {expected}, but found '{found}'.") { }

    public ScenarioFormatException() { }

    public ScenarioFormatException(string message) : base(message) { }

    public ScenarioFormatException(string message, Exception inner) : base(message, inner) { }
}
