namespace Orchestrator.Contracts.Cases;

/// <summary>Asks that the rows of a checked list become cases.</summary>
/// <param name="Import">The list.</param>
/// <param name="Crisis">Business key of its crisis.</param>
/// <param name="Agreement">Business key of the agreement whose plan says who is in scope; null without an agreement.</param>
public sealed record CaseLoad(Guid Import, string Crisis, string? Agreement);
