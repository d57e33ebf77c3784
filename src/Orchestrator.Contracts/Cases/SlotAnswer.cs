namespace Orchestrator.Contracts.Cases;

/// <summary>Free slots, and whether there are enough hours for everybody.</summary>
/// <param name="Slots">The earliest first, at most five, each at another time.</param>
/// <param name="HoursNeeded">Hours of appointments of this kind that the cases of the centre still need, this one included.</param>
/// <param name="HoursAvailable">Hours that the operators and rooms of the centre have free in the period.</param>
public sealed record SlotAnswer(IReadOnlyList<Slot> Slots, decimal HoursNeeded, decimal HoursAvailable);
