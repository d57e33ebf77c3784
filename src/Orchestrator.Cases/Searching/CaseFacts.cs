using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Appointments;
using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Searching;

/// <summary>What happened to a case, out of every table that tells of one.</summary>
internal static class CaseFacts
{
    public static async Task<IReadOnlyList<CaseFact>> OfAsync(CasesContext context, string caseId, CancellationToken cancellation)
    {
        var facts = new List<CaseFact>();
        facts.AddRange(await context.CaseStates.AsNoTracking().Where(row => row.CaseId == caseId).Select(row => new CaseFact(row.At, CaseFactKind.State, row.State, false)).ToListAsync(cancellation));
        facts.AddRange(await context.Outcomes.AsNoTracking().Where(row => row.CaseId == caseId).Select(row => new CaseFact(row.At, CaseFactKind.Outcome, row.Outcome, false)).ToListAsync(cancellation));
        facts.AddRange(await context.Bookings.AsNoTracking().Where(row => row.CaseId == caseId).Select(row => new CaseFact(row.BookedAt, CaseFactKind.Booked, row.Number, false)).ToListAsync(cancellation));
        facts.AddRange(await context.WorkerStatuses.AsNoTracking().Where(row => row.CaseId == caseId).Select(row => new CaseFact(row.RecordedAt, CaseFactKind.Status, row.Status, false)).ToListAsync(cancellation));
        var decisions = await context.BookingDecisions.AsNoTracking().Where(row => row.CaseId == caseId).ToListAsync(cancellation);
        facts.AddRange(decisions.Select(row => new CaseFact(
            QuarterGrid.InstantOf(row.DecidedOn, TimeOnly.MinValue), row.Approved ? CaseFactKind.Approved : CaseFactKind.Rejected, row.Reason ?? "", IsDay: true)));
        await AddChoicesAsync(context, caseId, facts, cancellation);
        await AddSessionsAsync(context, caseId, facts, cancellation);
        return [.. facts.OrderByDescending(fact => fact.At).ThenByDescending(fact => fact.Kind)];
    }

    private static async Task AddChoicesAsync(CasesContext context, string caseId, List<CaseFact> facts, CancellationToken cancellation)
    {
        var choices = await context.ProviderChoices.AsNoTracking().Where(row => row.CaseId == caseId).ToListAsync(cancellation);
        foreach (var choice in choices)
        {
            var name = choice.Type == ProviderType.Centre
                ? await context.Centres.Where(row => row.Code == choice.Provider).Select(row => row.Name).SingleOrDefaultAsync(cancellation)
                : await context.AccreditedProviders.Where(row => row.TaxCode == choice.Provider).Select(row => row.Name).SingleOrDefaultAsync(cancellation);
            facts.Add(new(choice.ChosenAt, choice.Type == ProviderType.Centre ? CaseFactKind.ChoseCentre : CaseFactKind.ChosePrivate, name ?? choice.Provider, IsDay: true));
        }
    }

    private static async Task AddSessionsAsync(CasesContext context, string caseId, List<CaseFact> facts, CancellationToken cancellation)
    {
        var places = await (
            from place in context.SessionPlaces.AsNoTracking()
            join session in context.Sessions on place.SessionId equals session.SessionId
            join attended in context.Attendances on new { place.SessionId, place.CaseId } equals new { attended.SessionId, attended.CaseId } into recorded
            from attendance in recorded.DefaultIfEmpty()
            where place.CaseId == caseId && !session.Cancelled
            select new
            {
                session.StartsAt,
                session.Purpose,
                session.SessionId,
                IsGroup = !context.Appointments.Any(one => one.SessionId == session.SessionId),
                Status = attendance == null ? null : (AttendanceStatus?)attendance.Status,
            }).ToListAsync(cancellation);
        facts.AddRange(places.Select(row => new CaseFact(row.StartsAt, CaseFactKind.Session, row.Purpose) { Session = row.IsGroup ? row.SessionId : null, Attendance = row.Status }));
    }
}
