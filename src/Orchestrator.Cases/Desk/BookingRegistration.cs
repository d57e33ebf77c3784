namespace Orchestrator.Cases.Desk;

/// <summary>A worker has booked on the national portal.</summary>
/// <param name="Request">Made by the form: the same request sent twice is recorded once.</param>
/// <param name="Case">Opaque id.</param>
/// <param name="BookingNumber">As the portal gave it, 1 to 30 characters.</param>
/// <param name="BookedAt">Day and hour, which decide the order of arrival.</param>
/// <param name="Channel">One of <see cref="BookingChannel.All"/>.</param>
/// <param name="LastDay">The last useful day, as the process counts it.</param>
/// <param name="OutOfTermConfirmed">A booking after it is recorded all the same.</param>
public sealed record BookingRegistration(
    Guid Request, string Case, string BookingNumber, DateTimeOffset BookedAt, string Channel, DateOnly LastDay, bool OutOfTermConfirmed = false);
