using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Sessions;

/// <summary>Gives out the places of group sessions.</summary>
internal sealed class SessionBook(CasesStore store)
{
    /// <summary>Makes or changes the session and gives out its free places; figures only.</summary>
    public async Task<SessionPlaces> AssignAsync(SessionRequest request, CancellationToken cancellation)
    {
        var filled = await AllocateAsync(request, cancellation);
        return new(filled.Session, filled.Places.Count, filled.Waiting);
    }

    /// <summary>The same, with the places.</summary>
    public Task<Allocation> AllocateAsync(SessionRequest request, CancellationToken cancellation)
    {
        SessionRules.Check(request);
        return store.WriteAsync(context => AllocateAsync(context, request, cancellation), cancellation);
    }

    /// <summary>Makes or changes the session; its places stay as they are.</summary>
    public Task<string> PlanAsync(SessionRequest request, CancellationToken cancellation)
    {
        SessionRules.Check(request);
        return store.WriteAsync(
            async context =>
            {
                var crisis = await CrisisBook.OwnerAsync(context, request.Crisis, request.Agreement, cancellation);
                return (await FindOrAddAsync(context, request, crisis, cancellation)).SessionId;
            },
            cancellation);
    }

    private async Task<Allocation> AllocateAsync(CasesContext context, SessionRequest request, CancellationToken cancellation)
    {
        var crisis = await CrisisBook.OwnerAsync(context, request.Crisis, request.Agreement, cancellation);
        // Two sessions that are filled at the same time take turns.
        await CrisisBook.LockAsync(context, crisis, cancellation);

        var session = await FindOrAddAsync(context, request, crisis, cancellation);
        var taken = await context.SessionPlaces.Where(place => place.SessionId == request.Session).Select(place => place.CaseId).ToListAsync(cancellation);
        // An operator chose who has a place in it: it is filled with nobody else, and nobody waits for it.
        if (session.ChosenBy is not null) return new(request.Session, [.. taken.Order(StringComparer.Ordinal)], 0, 0, session.Capacity);
        var free = Math.Max(0, session.Capacity - taken.Count);
        var (next, left) = SessionKinds.HasWaitingList(request.Purpose)
            ? await TakeWaitingAsync(context, request, crisis, taken, free, cancellation)
            : await TakeAsync(SessionAudience.WithoutPlace(context, request, crisis), free, cancellation);
        context.SessionPlaces.AddRange(next.Select(caseId => new SessionPlace { SessionId = request.Session, CaseId = caseId }));
        if (next.Count > 0)
            session.Version++;
        return new(request.Session, [.. taken.Concat(next).Order(StringComparer.Ordinal)], left, await FreeElsewhereAsync(context, session, cancellation), session.Capacity);
    }

    private static async Task<(IReadOnlyList<string> Next, int Left)> TakeAsync(IQueryable<WorkerCase> concerned, int free, CancellationToken cancellation)
    {
        var next = await concerned.OrderBy(row => row.CentreCode).ThenBy(row => row.CaseId).Take(free).Select(row => row.CaseId).ToListAsync(cancellation);
        return (next, await concerned.CountAsync(cancellation) - next.Count);
    }

    private async Task<(IReadOnlyList<string> Next, int Left)> TakeWaitingAsync(
        CasesContext context, SessionRequest request, string crisis, List<string> taken, int free, CancellationToken cancellation)
    {
        var waiting = WaitingBook.Open(context, request, crisis);
        // Who has a place and waits again was put on the list after the place was given: that wait is for this kind, and this session is its answer.
        var longest = await waiting.OrderBy(row => row.WantedAt).ThenBy(row => row.EventKey).ToListAsync(cancellation);
        var now = store.Now;
        var next = new List<string>();
        var left = 0;
        foreach (var wait in longest)
        {
            if (!taken.Contains(wait.CaseId))
            {
                if (next.Count == free)
                {
                    left++;
                    continue;
                }
                next.Add(wait.CaseId);
            }
            (wait.ClosedAt, wait.SessionId) = (now, request.Session);
        }
        return (next, left);
    }

    private async Task<int> FreeElsewhereAsync(CasesContext context, GroupSession session, CancellationToken cancellation)
    {
        var now = store.Now;
        var others = await context.Sessions
            .Where(row => row.CrisisCode == session.CrisisCode && row.Purpose == session.Purpose && row.SessionId != session.SessionId && !row.Cancelled && row.StartsAt > now)
            .Where(row => session.CentreCode == null || row.CentreCode == null || row.CentreCode == session.CentreCode)
            .Select(row => row.Capacity - context.SessionPlaces.Count(place => place.SessionId == row.SessionId)).ToListAsync(cancellation);
        return others.Sum(free => Math.Max(0, free));
    }

    private static async Task<GroupSession> FindOrAddAsync(CasesContext context, SessionRequest request, string crisis, CancellationToken cancellation)
    {
        var session = await context.Sessions.SingleOrDefaultAsync(row => row.SessionId == request.Session, cancellation);
        if (session is null)
        {
            session = new GroupSession
            {
                SessionId = request.Session,
                CrisisCode = crisis,
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
        if (session.CrisisCode != crisis || session.Purpose != request.Purpose || (request.Agreement is { } agreement && session.AgreementCode is { } own && own != agreement))
            throw new RegistryRefusedException(RefusalCode.WrongState, $"Expected session {request.Session} to keep its crisis, agreement and purpose, but the request names others.");
        if (session.Cancelled)
            throw new RegistryRefusedException(RefusalCode.WrongState, $"Expected session {request.Session} to take place, but it is cancelled: plan a new one.");
        (session.StartsAt, session.DurationMinutes, session.Capacity) = (request.StartsAt, request.DurationMinutes, request.Capacity);
        session.CentreCode = request.Centre ?? session.CentreCode;
        return session;
    }
}
