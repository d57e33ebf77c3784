using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;
using Orchestrator.Cases.Reference;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Crises;

/// <summary>Who is behind case ids, and which centre is theirs.</summary>
internal sealed class RecipientBook(CasesStore store)
{
    public Task<IReadOnlyList<Recipient>> ReadAsync(IReadOnlyList<string> caseIds, AccessReason reason, CancellationToken cancellation)
    {
        var ids = caseIds.Distinct().ToList();
        CasesStore.CheckCount("cases", ids.Count, CaseLimits.PageRowsMax);
        return store.WriteAsync<IReadOnlyList<Recipient>>(
            async context =>
            {
                var found = await context.WorkerCases.Where(row => ids.Contains(row.CaseId)).OrderBy(row => row.CaseId)
                    .Select(row => new Recipient(row.CaseId, row.Worker!.Name + " " + row.Worker.Surname, row.Worker.Email, row.Worker.Language)).ToListAsync(cancellation);
                if (found.Count != ids.Count)
                    throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected a case {ids.Except(found.Select(recipient => recipient.CaseId)).First()}, but there is none.");
                store.NoteRead(context, reason, ids);
                return found;
            },
            cancellation);
    }

    public Task<CentreAnswer> RefreshCentreAsync(string caseId, DateOnly day, AccessReason reason, CancellationToken cancellation) =>
        store.WriteAsync(
            async context =>
            {
                var found = await FindCaseAsync(context, caseId, cancellation);
                var domicile = await context.Workers.Where(row => row.Id == found.WorkerId).Select(row => row.Municipality).SingleAsync(cancellation);
                var answer = (await CentreBook.AnswersAsync(context, [domicile], day, cancellation))[0];
                if (answer.Centre is { } centre)
                    found.CentreCode = centre.Code;
                store.NoteRead(context, reason, [caseId]);
                return answer;
            },
            cancellation);

    public static async Task<WorkerCase> FindCaseAsync(CasesContext context, string caseId, CancellationToken cancellation) =>
        await context.WorkerCases.SingleOrDefaultAsync(row => row.CaseId == caseId, cancellation)
            ?? throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected a case {caseId}, but there is none.");
}
