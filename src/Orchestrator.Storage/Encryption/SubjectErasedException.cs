using Orchestrator.Engine.Ports;

namespace Orchestrator.Storage.Encryption;

/// <summary>The person's data key was destroyed: nothing of theirs can be read or continued. The chain of hashes still verifies.</summary>
public sealed class SubjectErasedException : HistoryErasedException
{
    public SubjectErasedException(string message) : base(message) { }

    public SubjectErasedException() { }

    public SubjectErasedException(string message, Exception inner) : base(message, inner) { }
}
