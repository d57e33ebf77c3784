using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Cases.Http;

namespace Orchestrator.Server.Cases;

/// <content>The calls about crises, sessions, bookings and outcomes; see <see cref="ProgrammeRoutes"/>.</content>
internal static partial class CaseRegistryEndpoints
{
    private static void MapProgramme(RouteGroupBuilder group)
    {
        MapCases(group);
        MapSessions(group);
        MapBookings(group);
        MapOutcomes(group);
    }

    private static void MapCases(RouteGroupBuilder group)
    {
        Map<CaseLoadCall, CasesLoaded>(group, ProgrammeRoutes.CaseLoads, "Makes cases of a checked list.",
            (registry, call, by, stop) => registry.LoadCasesAsync(call.Load, by(call.Reason), stop));
        Map<CaseCentreCall, CentreAnswer>(group, ProgrammeRoutes.CaseCentre, "Finds the centre that is competent for a case, and keeps it.",
            (registry, call, by, stop) => registry.RefreshCentreAsync(call.CaseId, call.Day, by(call.Reason), stop));
        Map<RecipientsOfCall, IReadOnlyList<Recipient>>(group, ProgrammeRoutes.RecipientsOf, "Reads names and addresses of cases; every read is logged.",
            (registry, call, by, stop) => registry.ReadRecipientsOfAsync(call.CaseIds, by(call.Reason), stop));
        Map<NearestCentreCall, NearestCentre>(group, ProgrammeRoutes.NearestCentre, "Finds the seat of a centre that is nearest to a company.",
            (registry, call, _, stop) => registry.FindNearestCentreAsync(call.Crisis, call.Municipality, call.Capacity, stop));
        Map<OperatorsCall, IReadOnlyList<OperatorContact>>(group, ProgrammeRoutes.Operators, "Lists the accredited operators of a basin.",
            (registry, call, _, stop) => registry.ListOperatorsAsync(call.Centre, call.Day, stop));
        Map<CaseProgress>(group, ProgrammeRoutes.States, "Records a state of a case.", (registry, call, _, stop) => registry.RecordStateAsync(call, stop));
        Map<PathwayEnd>(group, ProgrammeRoutes.Outcomes, "Records how a case left a pathway.", (registry, call, _, stop) => registry.RecordOutcomeAsync(call, stop));
    }

    private static void MapSessions(RouteGroupBuilder group)
    {
        Map<SessionRequest>(group, ProgrammeRoutes.SessionPlans, "Makes or changes a session without giving out places.", (registry, call, _, stop) => registry.PlanSessionAsync(call, stop));
        Map<SessionRequest, Allocation>(group, ProgrammeRoutes.Allocations, "Gives places to those who wait, the longest waiting first.", (registry, call, _, stop) => registry.AllocateAsync(call, stop));
        Map<SessionWish>(group, ProgrammeRoutes.Wishes, "Puts a case on a waiting list.", (registry, call, _, stop) => registry.RecordWishAsync(call, stop));
        Map<WaitingCountCall, WaitingCount>(group, ProgrammeRoutes.WaitingCounts, "Counts who waits for a kind of session.",
            async (registry, call, _, stop) => new WaitingCount(await registry.CountWaitingAsync(call.Crisis, call.Agreement, call.Centre, call.Kind, stop)));
        Map<SlotQuestion, SlotAnswer>(group, ProgrammeRoutes.Slots, "Finds free slots for one person.", (registry, call, _, stop) => registry.FindSlotsAsync(call, stop));
        Map<AppointmentRequest>(group, ProgrammeRoutes.Appointments, "Books a slot.", (registry, call, _, stop) => registry.BookAppointmentAsync(call, stop));
    }

    private static void MapBookings(RouteGroupBuilder group)
    {
        Map<BookingCall>(group, ProgrammeRoutes.Bookings, "Records a booking and tells the process.",
            (registry, call, by, stop) => registry.RecordBookingAsync(call.Booking, by(call.Reason), stop));
        Map<BookingStatusCall, BookingStatus>(group, ProgrammeRoutes.BookingStatus, "Says how far an agreement's cases have come with their bookings.",
            (registry, call, _, stop) => registry.ReadBookingStatusAsync(call.Agreement, stop));
        Map<DecisionsCall, DecisionsEntered>(group, ProgrammeRoutes.Decisions, "Enters a file of decisions about bookings.",
            (registry, call, by, stop) => registry.EnterDecisionsAsync(call.Import, call.Agreement, by(call.Reason), stop));
        Map<DecisionRowsCall, DecisionPage>(group, ProgrammeRoutes.DecisionRows, "Reads the decisions that a file brought.",
            (registry, call, _, stop) => registry.ReadDecisionsAsync(call.Import, call.AfterRow, call.Take, stop));
    }

    private static void MapOutcomes(RouteGroupBuilder group)
    {
        Map<SnapshotCall, SnapshotTaken>(group, ProgrammeRoutes.Snapshots, "Freezes the figures of a crisis.",
            (registry, call, by, stop) => registry.TakeSnapshotAsync(call.Request, by(call.Reason), stop));
        Map<SnapshotRowsCall, SnapshotPage>(group, ProgrammeRoutes.SnapshotRows, "Reads frozen figures, case by case.",
            (registry, call, _, stop) => registry.ReadSnapshotAsync(call.Snapshot, call.AfterCase, call.Take, stop));
        Map<FollowUpCall, FollowUpAnswer>(group, ProgrammeRoutes.FollowUps, "Says what employment notices tell about a case after some months.",
            (registry, call, by, stop) => registry.FollowUpAsync(call.CaseId, call.Months, by(call.Reason), stop));
    }
}
