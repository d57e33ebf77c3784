namespace Orchestrator.Cases.Model;

/// <summary>One version of a meeting's calendar entry.</summary>
internal sealed class MeetingEntry
{
    public required string JobKey { get; init; }

    public required string CrisisCode { get; init; }

    public required string MeetingId { get; init; }

    public required int Sequence { get; init; }

    public required DateTimeOffset PreparedAt { get; init; }
}
