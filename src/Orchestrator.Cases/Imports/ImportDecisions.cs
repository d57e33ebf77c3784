using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Imports.Kinds;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases.Imports;

/// <summary>Carries out the decision about an import: all of it in one transaction, or nothing.</summary>
internal sealed class ImportDecisions(CasesStore store, ImportKinds kinds)
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

    /// <summary>Accepts a checked import in the transaction of <paramref name="context"/>, without asking whether it may be.</summary>
    public async Task AcceptAsync(CasesContext context, FileImport import, string actor, string? reason, CancellationToken cancellation)
    {
        Decide(import, ImportState.Accepted, actor, reason);
        var good = await context.StagedLines.Where(row => row.ImportId == import.Id && row.IsGood == true).OrderBy(row => row.RowNumber).ToListAsync(cancellation);
        await kinds.Of(import.Kind).EnterAsync(context, import, good, cancellation);
    }

    private async Task CarryOutAsync(CasesContext context, FileImport import, ImportDecision decision, string actor, CancellationToken cancellation)
    {
        if (decision.Notice is { } draft && import.Kind == ImportKind.Workers)
            await NoticeBook.KeepAsync(context, new(draft.Id, NoticeKind.WorkersListDecided, import.Id.ToString("D"), actor, draft.Content, store.Now), cancellation);
        if (decision.Accept)
        {
            await AcceptAsync(context, import, actor, decision.Reason, cancellation);
            return;
        }
        Decide(import, ImportState.Rejected, actor, decision.Reason);
        await context.StagedLines.Where(row => row.ImportId == import.Id)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Values, (string?)null).SetProperty(row => row.CanonicalCf, (string?)null), cancellation);
    }

    private void Decide(FileImport import, ImportState state, string actor, string? reason)
    {
        (import.State, import.DecidedAt, import.DecidedBy, import.DecisionReason) = (state, store.Now, actor, reason?.Trim());
        import.Version++;
    }
}
