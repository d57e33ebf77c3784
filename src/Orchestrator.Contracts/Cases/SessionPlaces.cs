namespace Orchestrator.Contracts.Cases;

/// <summary>Who has a place, in numbers.</summary>
/// <param name="Session">The session.</param>
/// <param name="Assigned">Cases that have a place in it.</param>
/// <param name="WithoutPlace">Cases of the agreement (and centre) that have no place in any session of this purpose.</param>
public sealed record SessionPlaces(string Session, int Assigned, int WithoutPlace);
