using Orchestrator.Cases;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Client;

/// <summary>Group sessions: the registry's places beside their process. Names are read on request, which is written into the read log.</summary>
internal sealed class Sessions(CaseDesk desk, ICaseRegistry registry, ProgrammeScope scope, TimeProvider time) : ISessions
{
    private const int LimitMax = 200;

    public async Task<Outcome<SessionPage>> SearchAsync(ActingUser user, SessionQuery query, CancellationToken cancellation)
    {
        if (Refused.WhyNotPage(query.Offset, query.Limit, LimitMax) is { } refused) return refused;
        var search = new SessionSearch(query.Search, await scope.SessionsAsync(user, cancellation), query.Offset, query.Limit)
        {
            Centre = query.Centre, Kind = query.Kind, From = query.From, To = query.To,
        };
        var found = await desk.SearchSessionsAsync(search, cancellation);
        var centres = await registry.ListCentresAsync(cancellation);
        var now = time.GetUtcNow();
        return new SessionPage(
            [.. found.Rows.Select(row => SummaryOf(row, now))], found.Total, await desk.SessionKindsAsync(cancellation), [.. centres.Select(centre => new CentreChoice(centre.Code, centre.Name))]);
    }

    public async Task<Outcome<SessionDetail>> OpenAsync(ActingUser user, string sessionKey, bool withNames, CancellationToken cancellation)
    {
        if (await desk.ReadSessionAsync(sessionKey, await scope.SessionsAsync(user, cancellation), cancellation) is not { } file)
            return new Refusal(RefusalKind.NotFound, "SessionNotFound", $"Expected a session {sessionKey}, but there is none that you may see.");
        var mayRead = CaseRights.MayReadWorkers(user);
        var processes = await scope.ProcessesAsync(user, sessionKey, cancellation);
        return new SessionDetail(SummaryOf(file.Row, time.GetUtcNow()))
        {
            AgreementKey = file.Row.Agreement,
            MayOpenAgreement = await scope.MayOpenAgreementsAsync(user, file.Row.Crisis, cancellation),
            Case = processes.Count > 0 ? processes[0] : null,
            Convened = file.Convened,
            Attendance = [.. AttendanceStatusName.All.Select(name => new AttendanceCount(name, file.Attendance.GetValueOrDefault(AttendanceStatusName.Read(name)!.Value))).Where(count => count.Cases > 0)],
            MayReadNames = mayRead,
            Participants = withNames && mayRead ? await ParticipantsAsync(user, sessionKey, cancellation) : null,
        };
    }

    public static SessionSummary SummaryOf(SessionRow row, DateTimeOffset now) =>
        new(row.Session, row.Kind, row.StartsAt, row.DurationMinutes, row.Crisis, row.CompanyName, PhaseOf(row, now))
        {
            Centre = row.Centre, Capacity = row.Capacity, Places = row.Places, Recorded = row.Recorded,
        };

    private async Task<IReadOnlyList<Participant>> ParticipantsAsync(ActingUser user, string session, CancellationToken cancellation)
    {
        var sheet = await desk.ReadAttendanceAsync(session, new(user.UserName, "session page"), cancellation);
        var centres = (await registry.ListCentresAsync(cancellation)).ToDictionary(centre => centre.Code, centre => centre.Name);
        var own = CaseRights.CentresOf(user);
        return [.. sheet.Rows.Select(row => new Participant(
            row.CaseId, row.FullName, centres.GetValueOrDefault(row.Centre, row.Centre), row.Status is { } status ? AttendanceStatusName.Of(status) : null, row.Minutes)
            {
                MayOpen = own is null || own.Contains(row.Centre),
            })];
    }

    private static SessionPhase PhaseOf(SessionRow row, DateTimeOffset now) =>
        row.Cancelled ? SessionPhase.Cancelled
        : row.Places > 0 && row.Recorded >= row.Places ? SessionPhase.Recorded
        : row.StartsAt.AddMinutes(row.DurationMinutes) <= now ? SessionPhase.Held
        : SessionPhase.Planned;
}
