namespace Orchestrator.Cases.Desk;

/// <summary>What somebody may see who does not see everything. Who calls works it out of groups and of processes.</summary>
/// <param name="Centres">Codes of the centres whose cases and sessions are theirs.</param>
/// <param name="Keys">Keys of crises or sessions that they see for another reason.</param>
public sealed record VisibleScope(IReadOnlyCollection<string> Centres, IReadOnlyCollection<string> Keys);
