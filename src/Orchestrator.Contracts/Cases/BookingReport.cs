namespace Orchestrator.Contracts.Cases;

/// <summary>A worker has booked on the national portal, told by a program: a portal, or the counter of an office.</summary>
/// <param name="Request">Made by the caller: the same request sent twice is recorded once.</param>
/// <param name="CaseId">Opaque id.</param>
/// <param name="BookingNumber">As the portal gave it, 1 to 30 characters.</param>
/// <param name="BookedAt">Day and hour, which decide the order of arrival.</param>
/// <param name="Channel"><c>autonomo</c>, <c>con supporto CPI</c>, <c>con supporto ANPAL Servizi</c> or <c>patronato</c>.</param>
/// <param name="LastDay">The last useful day, as the process counts it.</param>
/// <param name="OutOfTermConfirmed">A booking after it is recorded all the same.</param>
public sealed record BookingReport(
    Guid Request, string CaseId, string BookingNumber, DateTimeOffset BookedAt, string Channel, DateOnly LastDay, bool OutOfTermConfirmed = false);
