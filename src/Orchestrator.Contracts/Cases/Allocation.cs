namespace Orchestrator.Contracts.Cases;

/// <summary>Who has a place in a session now, and what is missing for the others.</summary>
/// <param name="Session">The session.</param>
/// <param name="Places">Case ids with a place in it, in their order.</param>
/// <param name="Waiting">Cases of the same kind (and crisis, agreement, centre) that have no place.</param>
/// <param name="FreeElsewhere">Free places in later sessions of the same kind that are planned already.</param>
/// <param name="Capacity">Places of the session.</param>
public sealed record Allocation(string Session, IReadOnlyList<string> Places, int Waiting, int FreeElsewhere, int Capacity);
