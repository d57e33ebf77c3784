using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Sessions;

/// <summary>Gives out the places of group sessions.</summary>
internal sealed class SessionBook(CasesStore store)
{
    public Task<SessionPlaces> AssignAsync(SessionRequest request, CancellationToken cancellation)
    {
        SessionRules.Check(request);
        return store.WriteAsync(context => AssignAsync(context, request, cancellation), cancellation);
    }

    private static async Task<SessionPlaces> AssignAsync(CasesContext context, SessionRequest request, CancellationToken cancellation)
    {
        // The row lock on the agreement makes two sessions that are filled at the same time take turns.
        var locked = await context.Agreements.Where(row => row.Code == request.Agreement)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Version, row => row.Version + 1), cancellation);
        if (locked == 0)
            throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected an agreement {request.Agreement}, but there is none.");

        var session = await FindOrAddAsync(context, request, cancellation);
        var taken = await context.SessionPlaces.CountAsync(place => place.SessionId == request.Session, cancellation);
        var waiting = Waiting(context, request);
        var next = await waiting.OrderBy(row => row.CentreCode).ThenBy(row => row.CaseId).Take(Math.Max(0, session.Capacity - taken))
            .Select(row => row.CaseId).ToListAsync(cancellation);
        context.SessionPlaces.AddRange(next.Select(caseId => new SessionPlace { SessionId = request.Session, CaseId = caseId }));
        var left = await waiting.CountAsync(cancellation) - next.Count;
        if (next.Count > 0)
            session.Version++;
        return new(request.Session, taken + next.Count, left);
    }

    private static async Task<GroupSession> FindOrAddAsync(CasesContext context, SessionRequest request, CancellationToken cancellation)
    {
        var session = await context.Sessions.SingleOrDefaultAsync(row => row.SessionId == request.Session, cancellation);
        if (session is null)
        {
            session = new GroupSession
            {
                SessionId = request.Session,
                AgreementCode = request.Agreement,
                Purpose = request.Purpose,
                StartsAt = request.StartsAt,
                DurationMinutes = request.DurationMinutes,
                Capacity = request.Capacity,
                CentreCode = request.Centre,
            };
            context.Sessions.Add(session);
            return session;
        }
        if (session.AgreementCode != request.Agreement || session.Purpose != request.Purpose || session.CentreCode != request.Centre)
            throw new RegistryRefusedException(RefusalCode.WrongState, $"Expected session {request.Session} to keep its agreement, purpose and centre, but the request names others.");
        if (session.Cancelled)
            throw new RegistryRefusedException(RefusalCode.WrongState, $"Expected session {request.Session} to take place, but it is cancelled: plan a new one.");
        (session.StartsAt, session.DurationMinutes, session.Capacity) = (request.StartsAt, request.DurationMinutes, request.Capacity);
        return session;
    }

    // A place counts unless its session was cancelled or the person was absent from it: no-shows go to the next session.
    private static IQueryable<WorkerCase> Waiting(CasesContext context, SessionRequest request)
    {
        var placed =
            from place in context.SessionPlaces
            join session in context.Sessions on place.SessionId equals session.SessionId
            where session.AgreementCode == request.Agreement && session.Purpose == request.Purpose
                && (session.SessionId == request.Session
                    || (!session.Cancelled
                        && !context.Attendances.Any(row => row.SessionId == place.SessionId && row.CaseId == place.CaseId
                            && (row.Status == AttendanceStatus.Absent || row.Status == AttendanceStatus.AbsentJustified))))
            select place.CaseId;
        var cases = context.WorkerCases.Where(row => row.AgreementCode == request.Agreement && !placed.Contains(row.CaseId));
        return request.Centre is null ? cases : cases.Where(row => row.CentreCode == request.Centre);
    }
}
