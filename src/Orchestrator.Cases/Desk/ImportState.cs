namespace Orchestrator.Cases.Desk;

/// <summary>The life of an import: staged → validated → accepted or rejected. Nothing of it is a worker before it is accepted.</summary>
public enum ImportState
{
    /// <summary>Uploaded; its rows wait for their verdicts.</summary>
    Staged = 1,

    /// <summary>Every row has its verdict; a person decides.</summary>
    Validated = 2,

    /// <summary>The good rows have become workers and cases.</summary>
    Accepted = 3,

    /// <summary>Nothing was entered and the rows' values are erased.</summary>
    Rejected = 4,
}
