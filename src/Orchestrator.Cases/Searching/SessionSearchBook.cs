using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Appointments;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Searching;

/// <summary>Finds group sessions, in figures.</summary>
internal sealed class SessionSearchBook(CasesStore store)
{
    public Task<RowsPage<SessionRow>> SearchAsync(SessionSearch search, CancellationToken cancellation)
    {
        CasesStore.CheckCount("take", search.Take, CaseLimits.PageRowsMax);
        return store.ReadAsync(
            async context =>
            {
                var sessions = Matching(context, search);
                var total = await sessions.CountAsync(cancellation);
                var rows = await Rows(context, sessions.OrderByDescending(row => row.StartsAt).ThenBy(row => row.SessionId).Skip(search.Skip).Take(search.Take)).ToListAsync(cancellation);
                return new RowsPage<SessionRow>(rows, total);
            },
            cancellation);
    }

    /// <summary>The session, or null when there is none or it is not in scope.</summary>
    public Task<SessionFile?> FindAsync(string session, VisibleScope? scope, CancellationToken cancellation) =>
        store.ReadAsync(
            async context =>
            {
                var found = Matching(context, new(null, scope, 0, 1)).Where(row => row.SessionId == session);
                if (await Rows(context, found).SingleOrDefaultAsync(cancellation) is not { } row)
                    return null;
                var attendance = await context.Attendances.Where(entry => entry.SessionId == session).GroupBy(entry => entry.Status)
                    .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
                var convened = await context.Convocations
                    .Where(entry => entry.SessionId == session && entry.Method == ConvocationMethod.Request && entry.State == ConvocationState.Sent)
                    .Select(entry => entry.CaseId).Distinct().CountAsync(cancellation);
                return new SessionFile(row, convened, attendance);
            },
            cancellation);

    /// <summary>Kinds of the sessions that there are, by name.</summary>
    public Task<IReadOnlyList<string>> KindsAsync(CancellationToken cancellation) =>
        store.ReadAsync<IReadOnlyList<string>>(
            async context => await Group(context).Select(row => row.Purpose).Distinct().OrderBy(kind => kind).Take(CaseLimits.PageRowsMax).ToListAsync(cancellation), cancellation);

    private static IQueryable<GroupSession> Group(CasesContext context) => context.Sessions.Where(row => !context.Appointments.Any(one => one.SessionId == row.SessionId));

    private static IQueryable<GroupSession> Matching(CasesContext context, SessionSearch search)
    {
        var sessions = Group(context);
        if (search.Scope is { } scope)
        {
            var (centres, keys) = (scope.Centres, scope.Keys);
            sessions = sessions.Where(row => keys.Contains(row.SessionId) || (row.CentreCode != null && centres.Contains(row.CentreCode)));
        }
        if (search.Crisis is { } crisis)
            sessions = sessions.Where(row => row.CrisisCode == crisis);
        if (search.Centre is { } centre)
            sessions = sessions.Where(row => row.CentreCode == centre);
        if (search.Kind is { } kind)
            sessions = sessions.Where(row => row.Purpose == kind);
        if (search.From is { } from)
        {
            var first = QuarterGrid.InstantOf(from, TimeOnly.MinValue);
            sessions = sessions.Where(row => row.StartsAt >= first);
        }
        if (search.To is { } to)
        {
            var after = QuarterGrid.InstantOf(to.AddDays(1), TimeOnly.MinValue);
            sessions = sessions.Where(row => row.StartsAt < after);
        }
#pragma warning disable CA1304, CA1311 // It is the database that makes capitals.
        foreach (var word in SearchWords.Anywhere(search.Words))
        {
            sessions = sessions.Where(row => EF.Functions.Like(row.SessionId.ToUpper(), word, SearchWords.Escape) || EF.Functions.Like(row.CrisisCode, word, SearchWords.Escape)
                || context.Crises.Any(owner => owner.Code == row.CrisisCode && EF.Functions.Like(owner.Company!.Name.ToUpper(), word, SearchWords.Escape)));
        }
#pragma warning restore CA1304, CA1311
        return sessions;
    }

    private static IQueryable<SessionRow> Rows(CasesContext context, IQueryable<GroupSession> sessions) =>
        from session in sessions
        join crisis in context.Crises on session.CrisisCode equals crisis.Code
        join centre in context.Centres on session.CentreCode equals centre.Code into known
        from centre in known.DefaultIfEmpty()
        orderby session.StartsAt descending, session.SessionId
        select new SessionRow(
            session.SessionId, session.CrisisCode, session.AgreementCode, crisis.Company!.Name, session.Purpose, session.StartsAt, session.DurationMinutes,
            centre == null ? session.CentreCode : centre.Name, session.Capacity, session.Cancelled, context.SessionPlaces.Count(place => place.SessionId == session.SessionId),
            context.Attendances.Count(attended => attended.SessionId == session.SessionId));
}
