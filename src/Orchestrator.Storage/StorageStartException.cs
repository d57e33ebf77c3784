namespace Orchestrator.Storage;

/// <summary>Why the program cannot start on this database, in one sentence that says what to do. Hosts print the message and stop.</summary>
public sealed class StorageStartException : Exception
{
    public StorageStartException(string message) : base(message) { }

    public StorageStartException() { }

    public StorageStartException(string message, Exception inner) : base(message, inner) { }
}
