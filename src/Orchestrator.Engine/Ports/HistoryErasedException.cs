namespace Orchestrator.Engine.Ports;

/// <summary>The person whose history it is was erased: nothing of theirs can be read or continued. Chains still verify.</summary>
public abstract class HistoryErasedException : Exception
{
    protected HistoryErasedException(string message) : base(message) { }

    protected HistoryErasedException() { }

    protected HistoryErasedException(string message, Exception inner) : base(message, inner) { }
}
