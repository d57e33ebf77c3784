namespace Orchestrator.Cases.Model;

/// <summary>The last number given out under a name. It is raised in the transaction that uses it, so that no number is lost.</summary>
internal sealed class SequenceNumber
{
    public required string Name { get; init; }

    public required long Last { get; set; }
}
