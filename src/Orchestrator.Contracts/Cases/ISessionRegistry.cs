namespace Orchestrator.Contracts.Cases;

/// <summary>Waiting lists, places and appointments. Part of <see cref="ICaseRegistry"/>, whose remarks hold here.</summary>
public interface ISessionRegistry
{
    /// <summary>
    /// Makes or changes a session without giving out places. Refused: NOT_FOUND; WRONG_STATE when it is cancelled, or would change crisis, agreement or kind.
    /// </summary>
    Task PlanSessionAsync(SessionRequest session, CancellationToken cancellation);

    /// <summary>
    /// Makes or changes a session and gives out its free places: to those on the waiting list of its kind, the longest waiting first, or, where the kind has
    /// none, to everybody concerned. Whoever has a place keeps it; a place taken from the list ends the wait.
    /// </summary>
    Task<Allocation> AllocateAsync(SessionRequest session, CancellationToken cancellation);

    /// <summary>
    /// Puts a case on the waiting list. The same event again changes nothing, also after the wait has ended; a case that waits already waits once. Refused: NOT_FOUND.
    /// </summary>
    Task RecordWishAsync(SessionWish wish, CancellationToken cancellation);

    /// <summary>
    /// The earliest slots for one person: on the quarter of an hour, in the working hours and out of the lunch break of the centre, free for operator, room
    /// and person. Nothing is booked. Refused: NOT_FOUND; INVALID when length or period is out of range.
    /// </summary>
    Task<SlotAnswer> FindSlotsAsync(SlotQuestion question, CancellationToken cancellation);

    /// <summary>
    /// Books a slot: operator, room and person together or nothing. Refused: SLOT_TAKEN when one of the three is not free (ask for slots again); INVALID when
    /// the centre is closed then or has no such operator or room; NOT_FOUND; WRONG_STATE when the appointment is cancelled.
    /// </summary>
    Task BookAppointmentAsync(AppointmentRequest request, CancellationToken cancellation);
}
