using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Crises;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Outcomes;

/// <summary>What employment notices say about a case some months after its end.</summary>
internal sealed class FollowUpBook(CasesStore store)
{
    private const int First = 6;
    private const int Second = 12;

    public Task<FollowUpAnswer> FollowUpAsync(string caseId, int months, AccessReason reason, CancellationToken cancellation)
    {
        if (months is not (First or Second))
            throw new RegistryRefusedException(RefusalCode.Invalid, FormattableString.Invariant($"Expected a follow-up after {First} or {Second} months, but found {months}."));
        return store.WriteAsync(
            async context =>
            {
                var found = await RecipientBook.FindCaseAsync(context, caseId, cancellation);
                var ended = await context.Outcomes.Where(row => row.CaseId == caseId).OrderByDescending(row => row.At).Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(cancellation);
                var employer = await context.Crises.Where(row => row.Code == found.CrisisCode).Select(row => row.CompanyTaxCode).SingleAsync(cancellation);
                var day = CasesStore.DayInRome(ended ?? found.CreatedAt).AddMonths(months);
                var relations = (await EmploymentChains.ReadAsync(context, found.WorkerId, cancellation)).Relations(found.WorkerId);
                // What began before the crisis is the relation that the crisis is about.
                var outcome = OutcomeRules.OutcomeOn(day, relations, employer, CasesStore.DayInRome(found.CreatedAt));
                var verified = relations.Any(relation => relation.Covers(day));
                await KeepAsync(context, caseId, months, outcome, verified, cancellation);
                store.NoteRead(context, reason, [caseId]);
                return new FollowUpAnswer(outcome, verified);
            },
            cancellation);
    }

    private async Task KeepAsync(CasesContext context, string caseId, int months, string outcome, bool verified, CancellationToken cancellation)
    {
        if (await context.FollowUps.SingleOrDefaultAsync(row => row.CaseId == caseId && row.Months == months, cancellation) is { } kept)
            (kept.Outcome, kept.VerifiedByCo, kept.ComputedAt) = (outcome, verified, store.Now);
        else
            context.FollowUps.Add(new FollowUp { CaseId = caseId, Months = months, Outcome = outcome, VerifiedByCo = verified, ComputedAt = store.Now });
    }
}
