namespace Orchestrator.Contracts.Cases;

/// <summary>What an issue means for its row: an error keeps it out, a warning is shown and does not.</summary>
public enum RowSeverity
{
    Warning = 1,
    Error = 2,
}
