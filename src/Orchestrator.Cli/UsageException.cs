namespace Orchestrator.Cli;

/// <summary>The command line does not fit: its message is one sentence for the person at the terminal.</summary>
internal sealed class UsageException(string message) : Exception(message);
