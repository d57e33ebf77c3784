namespace Orchestrator.Contracts.Cases;

/// <summary>
/// Books a slot. The same session again moves the appointment; the same slot again changes nothing. Without operator and room the appointment is held elsewhere (a training
/// agency, a job fair): the person's own time is booked and no calendar of the centre, and it may begin at any minute.
/// </summary>
/// <param name="Session">Opaque key of the appointment, chosen by the process.</param>
/// <param name="Case">Who.</param>
/// <param name="Centre">Code 01–30.</param>
/// <param name="Kind">What for.</param>
/// <param name="StartsAt">On the quarter of an hour, but for an appointment elsewhere.</param>
/// <param name="DurationMinutes">A multiple of 15, but for an appointment elsewhere; at most 480.</param>
/// <param name="Operator">As in <see cref="Slot"/>; null together with <paramref name="Room"/>.</param>
/// <param name="Room">As in <see cref="Slot"/>; null together with <paramref name="Operator"/>.</param>
public sealed record AppointmentRequest(
    string Session, string Case, string Centre, string Kind, DateTimeOffset StartsAt, int DurationMinutes, string? Operator, string? Room);
