using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.Apl.Workers;

/// <summary>What a list says about a person besides the codice fiscale; null where it says nothing.</summary>
/// <param name="BirthPlace">Belfiore code.</param>
public sealed record PersonFacts(string? Surname, string? Name, Gender? Gender = null, DateOnly? BirthDate = null, string? BirthPlace = null);
