using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases;

/// <content>The calls about crises, sessions, bookings and outcomes.</content>
public sealed partial class CaseRegistry
{
    /// <inheritdoc/>
    public Task<CasesLoaded> LoadCasesAsync(CaseLoad load, AccessReason reason, CancellationToken cancellation) => _loader.LoadAsync(load, reason, cancellation);

    /// <inheritdoc/>
    public Task<CentreAnswer> RefreshCentreAsync(string caseId, DateOnly day, AccessReason reason, CancellationToken cancellation) =>
        _recipients.RefreshCentreAsync(caseId, day, reason, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Recipient>> ReadRecipientsOfAsync(IReadOnlyList<string> caseIds, AccessReason reason, CancellationToken cancellation) =>
        _recipients.ReadAsync(caseIds, reason, cancellation);

    /// <inheritdoc/>
    public Task<NearestCentre> FindNearestCentreAsync(string crisis, string? municipality, int? capacity, CancellationToken cancellation) =>
        _nearest.FindAsync(crisis, municipality, capacity, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OperatorContact>> ListOperatorsAsync(string centre, DateOnly day, CancellationToken cancellation) => _operators.ListAsync(centre, day, cancellation);

    /// <inheritdoc/>
    public Task PlanSessionAsync(SessionRequest session, CancellationToken cancellation) => _sessions.PlanAsync(session, cancellation);

    /// <inheritdoc/>
    public Task<Allocation> AllocateAsync(SessionRequest session, CancellationToken cancellation) => _sessions.AllocateAsync(session, cancellation);

    /// <inheritdoc/>
    public Task<int> CountWaitingAsync(string crisis, string? agreement, string? centre, string kind, CancellationToken cancellation) =>
        _waiting.CountAsync(crisis, agreement, centre, kind, cancellation);

    /// <inheritdoc/>
    public Task RecordWishAsync(SessionWish wish, CancellationToken cancellation) => _waiting.WishAsync(wish, cancellation);

    /// <inheritdoc/>
    public Task<SlotAnswer> FindSlotsAsync(SlotQuestion question, CancellationToken cancellation) => _appointments.FindAsync(question, cancellation);

    /// <inheritdoc/>
    public Task BookAppointmentAsync(AppointmentRequest request, CancellationToken cancellation) => _appointments.BookAsync(request, cancellation);

    /// <inheritdoc/>
    public Task RecordStateAsync(CaseProgress progress, CancellationToken cancellation) => _events.RecordStateAsync(progress, cancellation);

    /// <inheritdoc/>
    public Task RecordOutcomeAsync(PathwayEnd end, CancellationToken cancellation) => _events.RecordOutcomeAsync(end, cancellation);

    /// <inheritdoc/>
    public async Task RecordBookingAsync(BookingReport booking, AccessReason reason, CancellationToken cancellation)
    {
        var form = new BookingRegistration(
            booking.Request, booking.CaseId, booking.BookingNumber, booking.BookedAt, booking.Channel, booking.LastDay, booking.OutOfTermConfirmed);
        var recorded = await _facts.BookAsync(form, reason.Actor, cancellation);
        if (!recorded.IsAccepted)
            throw new RegistryRefusedException(RefusalCode.Invalid, string.Join(' ', recorded.Problems.Select(problem => $"{problem.Field}: {problem.Message}")));
    }

    /// <inheritdoc/>
    public Task<BookingStatus> ReadBookingStatusAsync(string agreement, CancellationToken cancellation) => _bookings.ReadAsync(agreement, cancellation);

    /// <inheritdoc/>
    public Task<DecisionsEntered> EnterDecisionsAsync(Guid import, string agreement, AccessReason reason, CancellationToken cancellation) =>
        _decisions.EnterAsync(import, agreement, reason, cancellation);

    /// <inheritdoc/>
    public Task<DecisionPage> ReadDecisionsAsync(Guid import, int afterRow, int take, CancellationToken cancellation) => _decisions.ReadAsync(import, afterRow, take, cancellation);

    /// <inheritdoc/>
    public Task<SnapshotTaken> TakeSnapshotAsync(SnapshotRequest request, AccessReason reason, CancellationToken cancellation) => _snapshots.TakeAsync(request, reason, cancellation);

    /// <inheritdoc/>
    public Task<SnapshotPage> ReadSnapshotAsync(Guid snapshot, string? afterCase, int take, CancellationToken cancellation) => _snapshots.ReadAsync(snapshot, afterCase, take, cancellation);

    /// <inheritdoc/>
    public Task<FollowUpAnswer> FollowUpAsync(string caseId, int months, AccessReason reason, CancellationToken cancellation) =>
        _followUps.FollowUpAsync(caseId, months, reason, cancellation);
}
