namespace Orchestrator.Cases.Model;

/// <summary>A case that a process has put on the waiting list of a kind of session. Rows are kept, so that an event that is delivered twice is known again.</summary>
internal sealed class SessionWait
{
    /// <summary>Key of the event that asked for it.</summary>
    public required string EventKey { get; init; }

    public required string CaseId { get; init; }

    /// <summary>The kind of session, as a session's purpose is written.</summary>
    public required string Purpose { get; init; }

    public required string CrisisCode { get; init; }

    public required string CentreCode { get; init; }

    public required DateTimeOffset WantedAt { get; init; }

    /// <summary>When the wait ended; null while the case waits.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The session that ended the wait; null when it ended otherwise.</summary>
    public string? SessionId { get; set; }
}
