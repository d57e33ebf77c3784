namespace Orchestrator.Cases.Desk;

/// <summary>Something about a case was recorded, and a notice keeps what its process is to be told.</summary>
/// <param name="Notice">Id of the notice and of the message.</param>
public sealed record FactRecorded(string Case, Guid Notice);
