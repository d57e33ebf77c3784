using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Sessions;

/// <summary>Attendance sheets.</summary>
internal sealed class AttendanceDesk(CasesStore store)
{
    public Task<AttendanceSheet> ReadAsync(string session, AccessReason reason, CancellationToken cancellation) =>
        store.WriteAsync(
            async context =>
            {
                var found = await FindAsync(context, session, cancellation);
                var rows = await (
                    from place in context.SessionPlaces.AsNoTracking()
                    join workerCase in context.WorkerCases on place.CaseId equals workerCase.CaseId
                    join attended in context.Attendances on new { place.SessionId, place.CaseId } equals new { attended.SessionId, attended.CaseId } into recorded
                    from attendance in recorded.DefaultIfEmpty()
                    where place.SessionId == session
                    orderby workerCase.Worker!.Surname, workerCase.Worker!.Name, place.CaseId
                    select new AttendanceRow(
                        place.CaseId,
                        workerCase.Worker!.Surname + " " + workerCase.Worker!.Name,
                        workerCase.CentreCode,
                        attendance == null ? null : attendance.Status,
                        attendance == null ? null : attendance.Minutes,
                        attendance == null ? null : attendance.ReasonCode)).ToListAsync(cancellation);
                store.NoteRead(context, reason, rows.Select(row => row.CaseId));
                return new AttendanceSheet(session, found.CrisisCode, found.AgreementCode, found.Purpose, found.StartsAt, found.DurationMinutes, found.Cancelled, found.Version, rows);
            },
            cancellation);

    public Task<DeskAnswer<AttendanceSaved>> SaveAsync(AttendanceSubmission submission, string actor, CancellationToken cancellation) =>
        store.WriteAsync(
            async context =>
            {
                var session = await FindAsync(context, submission.Session, cancellation);
                if (submission.Version is { } version && version != session.Version)
                    return DeskAnswer.Refused<AttendanceSaved>(new FieldProblem("version", RefusalCode.Stale, "Il foglio presenze è stato cambiato da altri: ricaricare la pagina."));
                if (session.Cancelled)
                    return DeskAnswer.Refused<AttendanceSaved>(new FieldProblem("", RefusalCode.WrongState, "L'incontro è stato annullato: non si registrano presenze."));
                var places = await context.SessionPlaces.Where(place => place.SessionId == submission.Session).Select(place => place.CaseId).ToListAsync(cancellation);
                var readings = ReadRows(submission, session.DurationMinutes, [.. places], out var problems);
                if (problems.Count > 0)
                    return DeskAnswer.Refused<AttendanceSaved>(problems);

                var recorded = await context.Attendances.Where(row => row.SessionId == submission.Session).ToDictionaryAsync(row => row.CaseId, cancellation);
                foreach (var (caseId, reading) in readings)
                    Write(context, recorded, session.SessionId, caseId, reading, actor);
                var missing = places.Count - recorded.Count;
                if (submission.Complete && missing > 0)
                    return Undo(context, missing);
                session.Version++;
                if (submission.Notice is { } draft)
                    await NoticeBook.KeepAsync(context, new(draft.Id, NoticeKind.AttendanceRecorded, session.SessionId, actor, draft.Content, store.Now), cancellation);
                var records = recorded.Values.OrderBy(row => row.CaseId, StringComparer.Ordinal).Select(row => new AttendanceRecord(row.CaseId, row.Status, row.Minutes));
                return DeskAnswer.Accepted(new AttendanceSaved(submission.Session, session.Version, [.. records], missing));
            },
            cancellation);

    private static DeskAnswer<AttendanceSaved> Undo(CasesContext context, int missing)
    {
        context.ChangeTracker.Clear();
        return DeskAnswer.Refused<AttendanceSaved>(new FieldProblem("rows", "required", FormattableString.Invariant($"Mancano le presenze di {missing} persone: indicare lo stato di ognuna.")));
    }

    private static List<(string CaseId, AttendanceRules.Reading Reading)> ReadRows(
        AttendanceSubmission submission, int durationMinutes, HashSet<string> places, out List<FieldProblem> problems)
    {
        problems = [];
        var readings = new List<(string, AttendanceRules.Reading)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < submission.Rows.Count; i++)
        {
            var entry = submission.Rows[i];
            if (!places.Contains(entry.CaseId))
                problems.Add(AttendanceRules.Problem(i, "caseId", RefusalCode.NotFound, "La persona non ha un posto in questo incontro."));
            else if (!seen.Add(entry.CaseId))
                problems.Add(AttendanceRules.Problem(i, "caseId", "duplicate", "La persona è ripetuta: lasciare una sola riga."));
            else if (AttendanceRules.Read(entry, i, durationMinutes, problems) is { } reading)
                readings.Add((entry.CaseId, reading));
        }
        return readings;
    }

    private void Write(CasesContext context, Dictionary<string, Attendance> recorded, string session, string caseId, AttendanceRules.Reading reading, string actor)
    {
        var present = recorded.GetValueOrDefault(caseId);
        if (reading.Status is not { } status)
        {
            if (present is not null)
                context.Attendances.Remove(present);
            recorded.Remove(caseId);
            return;
        }
        if (present is null)
        {
            present = new Attendance { SessionId = session, CaseId = caseId, Status = status, Minutes = reading.Minutes, RecordedBy = actor, RecordedAt = store.Now };
            context.Attendances.Add(present);
            recorded.Add(caseId, present);
        }
        else if (present.Status != status || present.Minutes != reading.Minutes || present.ReasonCode != reading.ReasonCode)
        {
            (present.RecordedBy, present.RecordedAt) = (actor, store.Now);
        }
        (present.Status, present.Minutes, present.ReasonCode) = (status, reading.Minutes, reading.ReasonCode);
    }

    private static async Task<GroupSession> FindAsync(CasesContext context, string session, CancellationToken cancellation) =>
        await context.Sessions.SingleOrDefaultAsync(row => row.SessionId == session, cancellation)
            ?? throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected a session {session}, but there is none.");
}
