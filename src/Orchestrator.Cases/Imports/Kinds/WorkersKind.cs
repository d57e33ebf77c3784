using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports.Kinds;

/// <summary><c>lavoratori.csv</c>: every good row becomes a worker and a case.</summary>
internal sealed class WorkersKind(CasesStore store) : IImportKind
{
    public static FileFormat FileFormat { get; } = new("lavoratori.csv", WorkerColumns.All, WorkerColumns.Required);

    public FileFormat Format => FileFormat;

    public bool IsCheckedByAgency => true;

    public Task CheckAsync(CasesContext context, FileImport import, IReadOnlyList<StagedLine> lines, CancellationToken cancellation) => Task.CompletedTask;

    public async Task EnterAsync(CasesContext context, FileImport import, IReadOnlyList<StagedLine> good, CancellationToken cancellation)
    {
        var now = store.Now;
        var crisis = import.CrisisCode!;
        var scopes = await ScopeRules.OfAsync(context, import.AgreementCode, cancellation);
        var workers = await FindWorkersAsync(context, good, cancellation);
        var cases = await context.WorkerCases.Where(row => row.CrisisCode == crisis).ToDictionaryAsync(row => row.WorkerId, row => row.CaseId, cancellation);
        foreach (var line in good)
        {
            var values = new RowValues(line, ImportDesk.ValuesOf(line));
            if (!workers.TryGetValue(line.CanonicalCf!, out var worker))
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
                line.CaseId = existing;
                import.ExistingCount++;
            }
            else
            {
                var entered = values.NewCase(crisis, import, worker.Id, now);
                entered.InScope = import.AgreementCode is null ? null : scopes.Contains(entered.Area, entered.Profile);
                context.WorkerCases.Add(entered);
                cases.Add(worker.Id, entered.CaseId);
                line.CaseId = entered.CaseId;
                import.CreatedCount++;
            }
            // The person stands in the workers' table now; a second copy would only be one more to erase.
            line.Erase();
        }
    }

    private static async Task<Dictionary<string, Worker>> FindWorkersAsync(CasesContext context, IReadOnlyList<StagedLine> rows, CancellationToken cancellation)
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
