using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases.Outcomes;

/// <summary>The rows of one crisis that figures are computed from.</summary>
internal sealed record CaseFigureTables(
    IReadOnlyList<WorkerCase> Cases, IReadOnlyList<RelocationAgreement> Agreements, IReadOnlyList<Booking> Bookings, IReadOnlyList<BookingDecision> Decisions,
    IReadOnlyList<ProviderChoice> Choices, IReadOnlyList<CaseStateNote> States, IReadOnlyList<PathwayOutcome> Outcomes,
    IReadOnlyList<(Attendance Attendance, GroupSession Session)> Attendances, IReadOnlyList<FollowUp> FollowUps, EmploymentChains Chains)
{
    public static async Task<CaseFigureTables> ReadAsync(CasesContext context, string crisis, CancellationToken cancellation)
    {
        var cases = context.WorkerCases.Where(row => row.CrisisCode == crisis);
        var attended =
            from attendance in context.Attendances.AsNoTracking()
            join session in context.Sessions.AsNoTracking() on attendance.SessionId equals session.SessionId
            where cases.Any(row => row.CaseId == attendance.CaseId)
            select new { attendance, session };
        return new(
            await cases.AsNoTracking().Include(row => row.Worker).OrderBy(row => row.CaseId).ToListAsync(cancellation),
            await context.Agreements.AsNoTracking().Include(row => row.Scopes).Where(row => row.CrisisCode == crisis).ToListAsync(cancellation),
            await context.Bookings.AsNoTracking().Where(row => cases.Any(entry => entry.CaseId == row.CaseId)).ToListAsync(cancellation),
            await context.BookingDecisions.AsNoTracking().Where(row => cases.Any(entry => entry.CaseId == row.CaseId)).ToListAsync(cancellation),
            await context.ProviderChoices.AsNoTracking().Where(row => row.SupersededAt == null && cases.Any(entry => entry.CaseId == row.CaseId)).ToListAsync(cancellation),
            await context.CaseStates.AsNoTracking().Where(row => cases.Any(entry => entry.CaseId == row.CaseId)).ToListAsync(cancellation),
            await context.Outcomes.AsNoTracking().Where(row => cases.Any(entry => entry.CaseId == row.CaseId)).ToListAsync(cancellation),
            [.. (await attended.ToListAsync(cancellation)).Select(row => (row.attendance, row.session))],
            await context.FollowUps.AsNoTracking().Where(row => cases.Any(entry => entry.CaseId == row.CaseId)).ToListAsync(cancellation),
            await EmploymentChains.ReadAsync(context.EmploymentNotices.Where(row => cases.Any(entry => entry.WorkerId == row.WorkerId)), cancellation));
    }
}
