namespace Orchestrator.Contracts.Cases.Http;

/// <summary>The routes of the registry's newer calls; see <see cref="RegistryRoutes"/>.</summary>
public static class ProgrammeRoutes
{
    public const string CaseLoads = "/case-loads";
    public const string CaseCentre = "/case-centre";
    public const string RecipientsOf = "/recipients-of";
    public const string NearestCentre = "/nearest-centre";
    public const string Operators = "/operators";
    public const string SessionPlans = "/session-plans";
    public const string Allocations = "/allocations";
    public const string Wishes = "/session-wishes";
    public const string WaitingCounts = "/waiting-counts";
    public const string Slots = "/slots";
    public const string Appointments = "/appointments";
    public const string States = "/case-states";
    public const string Outcomes = "/case-outcomes";
    public const string Bookings = "/bookings";
    public const string BookingStatus = "/booking-status";
    public const string Decisions = "/booking-decisions";
    public const string DecisionRows = "/booking-decision-rows";
    public const string Snapshots = "/snapshots";
    public const string SnapshotRows = "/snapshot-rows";
    public const string FollowUps = "/follow-ups";
}

public sealed record CaseLoadCall(CaseLoad Load, AccessReason Reason);

public sealed record CaseCentreCall(string CaseId, DateOnly Day, AccessReason Reason);

public sealed record RecipientsOfCall(IReadOnlyList<string> CaseIds, AccessReason Reason);

public sealed record NearestCentreCall(string Crisis, string? Municipality, int? Capacity);

public sealed record OperatorsCall(string Centre, DateOnly Day);

public sealed record WaitingCountCall(string Crisis, string? Agreement, string? Centre, string Kind);

public sealed record WaitingCount(int Cases);

public sealed record BookingCall(BookingReport Booking, AccessReason Reason);

public sealed record BookingStatusCall(string Agreement);

public sealed record DecisionsCall(Guid Import, string Agreement, AccessReason Reason);

public sealed record DecisionRowsCall(Guid Import, int AfterRow, int Take);

public sealed record SnapshotCall(SnapshotRequest Request, AccessReason Reason);

public sealed record SnapshotRowsCall(Guid Snapshot, string? AfterCase, int Take);

public sealed record FollowUpCall(string CaseId, int Months, AccessReason Reason);
