namespace Orchestrator.Interpreter;

/// <summary>A bug of ours: a state that the rules say cannot be. It stops the instance, never hides in a default.</summary>
public sealed class InvariantBrokenException : Exception
{
    public InvariantBrokenException(string message) : base(message) { }

    public InvariantBrokenException() { }

    public InvariantBrokenException(string message, Exception inner) : base(message, inner) { }
}
