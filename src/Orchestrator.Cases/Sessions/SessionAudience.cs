using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Sessions;

/// <summary>Whom a session without a waiting list concerns.</summary>
internal static class SessionAudience
{
    /// <summary>The cases that it concerns and that have no place in a session of its kind.</summary>
    public static IQueryable<WorkerCase> WithoutPlace(CasesContext context, SessionRequest request, string crisis)
    {
        // A place counts unless its session was cancelled or the person was absent from it: no-shows go to the next session.
        var placed =
            from place in context.SessionPlaces
            join session in context.Sessions on place.SessionId equals session.SessionId
            where session.CrisisCode == crisis && session.Purpose == request.Purpose
                && (session.SessionId == request.Session
                    || (!session.Cancelled
                        && !context.Attendances.Any(row => row.SessionId == place.SessionId && row.CaseId == place.CaseId
                            && (row.Status == AttendanceStatus.Absent || row.Status == AttendanceStatus.AbsentJustified))))
            select place.CaseId;
        var cases = context.WorkerCases.Where(row => row.CrisisCode == crisis && (request.Agreement == null || row.AgreementCode == request.Agreement) && !placed.Contains(row.CaseId));
        if (request.Centre is not null)
            cases = cases.Where(row => row.CentreCode == request.Centre);
        return request.Purpose == SessionKinds.Operators ? Choosing(context, cases) : cases;
    }

    // The newest decision approved the booking, and no provider is chosen yet.
    private static IQueryable<WorkerCase> Choosing(CasesContext context, IQueryable<WorkerCase> cases) =>
        cases.Where(row => context.BookingDecisions.Where(decision => decision.CaseId == row.CaseId)
                .OrderByDescending(decision => decision.DecidedOn).ThenByDescending(decision => decision.RecordedAt).Select(decision => (bool?)decision.Approved).FirstOrDefault() == true)
            .Where(row => !context.ProviderChoices.Any(choice => choice.CaseId == row.CaseId && choice.SupersededAt == null));
}
