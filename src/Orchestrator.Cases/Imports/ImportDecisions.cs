using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports;

/// <summary>Carries out the decision about an import: all of it in one transaction, or nothing.</summary>
internal sealed class ImportDecisions(CasesStore store)
{
    public Task<DeskAnswer<ImportDecided>> DecideAsync(ImportDecision decision, string actor, CancellationToken cancellation) =>
        store.WriteAsync(
            async context =>
            {
                var import = await ImportDesk.FindAsync(context, decision.Import, cancellation);
                if (DecisionRules.WhyNot(import, decision) is { } problem)
                    return DeskAnswer.Refused<ImportDecided>(problem);
                if (!DecisionRules.IsDecided(import))
                    await CarryOutAsync(context, import, decision, actor, cancellation);
                return DeskAnswer.Accepted(new ImportDecided(import.Id, import.State, import.CreatedCount, import.ExistingCount, import.State == ImportState.Accepted ? import.BadCount : import.RowCount));
            },
            cancellation);

    private async Task CarryOutAsync(CasesContext context, WorkerImport import, ImportDecision decision, string actor, CancellationToken cancellation)
    {
        import.DecidedAt = store.Now;
        import.DecidedBy = actor;
        import.DecisionReason = decision.Reason?.Trim();
        import.Version++;
        if (decision.Notice is { } draft)
            await NoticeBook.KeepAsync(context, new(draft.Id, NoticeKind.WorkersListDecided, import.Id.ToString("D"), actor, draft.Content, store.Now), cancellation);
        if (decision.Accept)
        {
            import.State = ImportState.Accepted;
            await EnterAsync(context, import, cancellation);
            return;
        }
        import.State = ImportState.Rejected;
        await context.StagedWorkers.Where(row => row.ImportId == import.Id)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Values, (string?)null).SetProperty(row => row.CanonicalCf, (string?)null), cancellation);
    }

    private async Task EnterAsync(CasesContext context, WorkerImport import, CancellationToken cancellation)
    {
        var now = store.Now;
        var crisis = import.Agreement!.CrisisCode;
        var rows = await context.StagedWorkers.Where(row => row.ImportId == import.Id && row.IsGood == true).OrderBy(row => row.RowNumber).ToListAsync(cancellation);
        var workers = await FindWorkersAsync(context, rows, cancellation);
        var cases = await context.WorkerCases.Where(row => row.CrisisCode == crisis).ToDictionaryAsync(row => row.WorkerId, row => row.CaseId, cancellation);
        foreach (var row in rows)
        {
            var values = new RowValues(row, ImportDesk.ValuesOf(row));
            if (!workers.TryGetValue(row.CanonicalCf!, out var worker))
            {
                worker = values.NewWorker(now);
                workers.Add(worker.CanonicalCf, worker);
                context.Workers.Add(worker);
            }
            else
            {
                values.Refresh(worker, now);
            }

            if (cases.TryGetValue(worker.Id, out var existing))
            {
                row.CaseId = existing;
                import.ExistingCount++;
            }
            else
            {
                var entered = values.NewCase(crisis, import, worker.Id, now);
                context.WorkerCases.Add(entered);
                cases.Add(worker.Id, entered.CaseId);
                row.CaseId = entered.CaseId;
                import.CreatedCount++;
            }
            // The person stands in the workers' table now; a second copy would only be one more to erase.
            row.Values = null;
            row.CanonicalCf = null;
        }
    }

    private static async Task<Dictionary<string, Worker>> FindWorkersAsync(CasesContext context, List<StagedWorker> rows, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Worker>(StringComparer.Ordinal);
        foreach (var codes in rows.Select(row => row.CanonicalCf!).Distinct().Chunk(CaseLimits.PageRowsMax))
        {
            await foreach (var worker in context.Workers.Where(row => codes.Contains(row.CanonicalCf)).AsAsyncEnumerable().WithCancellation(cancellation))
                found.Add(worker.CanonicalCf, worker);
        }
        return found;
    }
}
