namespace Orchestrator.Contracts.Cases;

/// <summary>Bookings of the voucher and what was decided about them. Part of <see cref="ICaseRegistry"/>, whose remarks hold here.</summary>
public interface IBookingRegistry
{
    /// <summary>
    /// Records a booking that a program reports and has <c>BookingMade</c> told, in one transaction; the same request is recorded and told once. Refused: NOT_FOUND; INVALID when it
    /// breaks a rule, such as the term, without the confirmation that it is out of term.
    /// </summary>
    Task RecordBookingAsync(BookingReport booking, AccessReason reason, CancellationToken cancellation);

    /// <summary>How far the cases of an agreement's plan have come. Refused: NOT_FOUND.</summary>
    Task<BookingStatus> ReadBookingStatusAsync(string agreement, CancellationToken cancellation);

    /// <summary>
    /// Enters the rows of a file of decisions, unless that was done before: each is matched to a case of the agreement by the number of its booking, else by the
    /// person; the others are listed. Refused: NOT_FOUND; WRONG_STATE when the file was rejected; INVALID when it is of another kind or agreement.
    /// </summary>
    Task<DecisionsEntered> EnterDecisionsAsync(Guid import, string agreement, AccessReason reason, CancellationToken cancellation);

    /// <summary>The decisions that a file brought, with a row number above <paramref name="afterRow"/>. Refused: NOT_FOUND.</summary>
    Task<DecisionPage> ReadDecisionsAsync(Guid import, int afterRow, int take, CancellationToken cancellation);
}
