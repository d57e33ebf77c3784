namespace Orchestrator.Contracts.Catalogue;

/// <summary>What <see cref="MessageCatalogue.Read"/> found: a message; or the reason why a message of the catalogue does not fit its contract; or neither, for a name that is not in the catalogue.</summary>
/// <param name="Message">The typed message.</param>
/// <param name="Misfit">Names the member and what it should be, without any value.</param>
public sealed record CatalogueReading(ICatalogueMessage? Message, string? Misfit);
