namespace Orchestrator.Storage.Seals;

/// <summary>The file of checkpoints itself is damaged or was changed.</summary>
public sealed class SealBrokenException : Exception
{
    public SealBrokenException(string message) : base(message) { }

    public SealBrokenException() { }

    public SealBrokenException(string message, Exception inner) : base(message, inner) { }
}
