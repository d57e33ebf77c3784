namespace Orchestrator.Contracts.Cases;

/// <summary>How far the cases of an agreement's plan have come with their bookings; opaque ids and figures.</summary>
/// <param name="Booked">Cases with a booking.</param>
/// <param name="NotBooked">Cases without one whose pathway goes on.</param>
/// <param name="Decided">Booked cases with a decision; the newest one counts.</param>
/// <param name="Chosen">Approved cases that have chosen a provider.</param>
/// <param name="Unchosen">Approved cases that have not and whose pathway goes on.</param>
/// <param name="Territories">Codes of the centres with approved cases.</param>
/// <param name="LastDecision">Day of the newest decision; null while there is none.</param>
public sealed record BookingStatus(
    int Booked, IReadOnlyList<string> NotBooked, int Decided, int Approved, int Rejected, int Chosen, IReadOnlyList<string> Unchosen,
    IReadOnlyList<string> Territories, DateOnly? LastDecision);
