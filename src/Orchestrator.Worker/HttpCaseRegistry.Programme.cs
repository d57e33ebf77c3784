using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Cases.Http;

namespace Orchestrator.Worker;

/// <content>The calls about crises, sessions, bookings and outcomes.</content>
public sealed partial class HttpCaseRegistry
{
    public Task<CasesLoaded> LoadCasesAsync(CaseLoad load, AccessReason reason, CancellationToken cancellation) =>
        AskAsync<CaseLoadCall, CasesLoaded>(ProgrammeRoutes.CaseLoads, new(load, reason), cancellation);

    public Task<CentreAnswer> RefreshCentreAsync(string caseId, DateOnly day, AccessReason reason, CancellationToken cancellation) =>
        AskAsync<CaseCentreCall, CentreAnswer>(ProgrammeRoutes.CaseCentre, new(caseId, day, reason), cancellation);

    public async Task<IReadOnlyList<Recipient>> ReadRecipientsOfAsync(IReadOnlyList<string> caseIds, AccessReason reason, CancellationToken cancellation) =>
        await AskAsync<RecipientsOfCall, List<Recipient>>(ProgrammeRoutes.RecipientsOf, new(caseIds, reason), cancellation);

    public Task<NearestCentre> FindNearestCentreAsync(string crisis, string? municipality, int? capacity, CancellationToken cancellation) =>
        AskAsync<NearestCentreCall, NearestCentre>(ProgrammeRoutes.NearestCentre, new(crisis, municipality, capacity), cancellation);

    public async Task<IReadOnlyList<OperatorContact>> ListOperatorsAsync(string centre, DateOnly day, CancellationToken cancellation) =>
        await AskAsync<OperatorsCall, List<OperatorContact>>(ProgrammeRoutes.Operators, new(centre, day), cancellation);

    public Task PlanSessionAsync(SessionRequest session, CancellationToken cancellation) => TellAsync(ProgrammeRoutes.SessionPlans, session, cancellation);

    public Task<Allocation> AllocateAsync(SessionRequest session, CancellationToken cancellation) =>
        AskAsync<SessionRequest, Allocation>(ProgrammeRoutes.Allocations, session, cancellation);

    public Task RecordWishAsync(SessionWish wish, CancellationToken cancellation) => TellAsync(ProgrammeRoutes.Wishes, wish, cancellation);

    public async Task<int> CountWaitingAsync(string crisis, string? agreement, string? centre, string kind, CancellationToken cancellation) =>
        (await AskAsync<WaitingCountCall, WaitingCount>(ProgrammeRoutes.WaitingCounts, new(crisis, agreement, centre, kind), cancellation)).Cases;

    public Task<SlotAnswer> FindSlotsAsync(SlotQuestion question, CancellationToken cancellation) =>
        AskAsync<SlotQuestion, SlotAnswer>(ProgrammeRoutes.Slots, question, cancellation);

    public Task BookAppointmentAsync(AppointmentRequest request, CancellationToken cancellation) => TellAsync(ProgrammeRoutes.Appointments, request, cancellation);

    public Task RecordStateAsync(CaseProgress progress, CancellationToken cancellation) => TellAsync(ProgrammeRoutes.States, progress, cancellation);

    public Task RecordOutcomeAsync(PathwayEnd end, CancellationToken cancellation) => TellAsync(ProgrammeRoutes.Outcomes, end, cancellation);

    public Task RecordBookingAsync(BookingReport booking, AccessReason reason, CancellationToken cancellation) =>
        TellAsync(ProgrammeRoutes.Bookings, new BookingCall(booking, reason), cancellation);

    public Task<BookingStatus> ReadBookingStatusAsync(string agreement, CancellationToken cancellation) =>
        AskAsync<BookingStatusCall, BookingStatus>(ProgrammeRoutes.BookingStatus, new(agreement), cancellation);

    public Task<DecisionsEntered> EnterDecisionsAsync(Guid import, string agreement, AccessReason reason, CancellationToken cancellation) =>
        AskAsync<DecisionsCall, DecisionsEntered>(ProgrammeRoutes.Decisions, new(import, agreement, reason), cancellation);

    public Task<DecisionPage> ReadDecisionsAsync(Guid import, int afterRow, int take, CancellationToken cancellation) =>
        AskAsync<DecisionRowsCall, DecisionPage>(ProgrammeRoutes.DecisionRows, new(import, afterRow, take), cancellation);

    public Task<SnapshotTaken> TakeSnapshotAsync(SnapshotRequest request, AccessReason reason, CancellationToken cancellation) =>
        AskAsync<SnapshotCall, SnapshotTaken>(ProgrammeRoutes.Snapshots, new(request, reason), cancellation);

    public Task<SnapshotPage> ReadSnapshotAsync(Guid snapshot, string? afterCase, int take, CancellationToken cancellation) =>
        AskAsync<SnapshotRowsCall, SnapshotPage>(ProgrammeRoutes.SnapshotRows, new(snapshot, afterCase, take), cancellation);

    public Task<FollowUpAnswer> FollowUpAsync(string caseId, int months, AccessReason reason, CancellationToken cancellation) =>
        AskAsync<FollowUpCall, FollowUpAnswer>(ProgrammeRoutes.FollowUps, new(caseId, months, reason), cancellation);
}
