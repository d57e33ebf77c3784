namespace Orchestrator.Engine.Ports;

/// <summary>What is stored cannot be read: a payload that its key does not open, or a form that this version does not know. Nothing is skipped and nothing is guessed.</summary>
public abstract class HistoryUnreadableException : Exception
{
    protected HistoryUnreadableException(string message) : base(message) { }

    /// <summary>The first position of what cannot be read, where it is known.</summary>
    public long? Position { get; init; }

    protected HistoryUnreadableException() { }

    protected HistoryUnreadableException(string message, Exception inner) : base(message, inner) { }
}
