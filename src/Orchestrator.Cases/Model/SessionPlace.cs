namespace Orchestrator.Cases.Model;

/// <summary>A case has a place in a session.</summary>
internal sealed class SessionPlace
{
    public required string SessionId { get; init; }

    public required string CaseId { get; init; }
}
