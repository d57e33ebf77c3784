namespace Orchestrator.Hosting;

/// <summary>Why the program does not start, in one sentence that says what to do. Hosts print the message and stop.</summary>
public sealed class StartRefusedException : Exception
{
    public StartRefusedException(string message) : base(message) { }

    public StartRefusedException() { }

    public StartRefusedException(string message, Exception inner) : base(message, inner) { }
}
