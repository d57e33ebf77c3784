namespace Orchestrator.Hosting.Demo;

/// <summary>A demonstration cannot go on; the message says where it stands and what was expected.</summary>
public sealed class DemoFailedException(string message) : Exception(message);
