namespace Orchestrator.Cases.Model;

/// <summary>Who read personal data of whom, when and why. Rows are only added.</summary>
internal sealed class ReadLogEntry
{
    public long Id { get; init; }

    public required DateTimeOffset ReadAt { get; init; }

    public required string Actor { get; init; }

    public required string Purpose { get; init; }

    /// <summary>A case id, or <c>import:</c> and the import's UUID for rows that are no case yet.</summary>
    public required string Subject { get; init; }
}
