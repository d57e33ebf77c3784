namespace Orchestrator.Contracts.Cases;

/// <summary>The seat of a centre that is nearest to a company.</summary>
/// <param name="Centre">Code 01–30.</param>
/// <param name="Venue">What a convocation calls the seat.</param>
/// <param name="Km">As the crow flies, one decimal.</param>
/// <param name="WithoutHall">No seat has a hall that is large enough: this one is only the nearest.</param>
public sealed record NearestCentre(string Centre, string Venue, decimal Km, bool WithoutHall);
