namespace Orchestrator.Worker;

/// <summary>The process gave a job an input it cannot work with. Trying again would not help: the failure is permanent and becomes an incident.</summary>
public sealed class JobInputException : Exception
{
    public JobInputException(string message) : base(message) { }

    public JobInputException() { }

    public JobInputException(string message, Exception inner) : base(message, inner) { }
}
