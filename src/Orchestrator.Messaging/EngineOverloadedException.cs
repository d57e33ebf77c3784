namespace Orchestrator.Messaging;

/// <summary>The engine's queue is full: the bus tries the message again later.</summary>
public sealed class EngineOverloadedException : Exception
{
    public EngineOverloadedException(string message) : base(message) { }

    public EngineOverloadedException() { }

    public EngineOverloadedException(string message, Exception inner) : base(message, inner) { }
}
