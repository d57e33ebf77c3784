using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports;

/// <summary>Makes cases of a checked list when a process asks for them.</summary>
internal sealed class CaseLoader(CasesStore store, ImportDecisions decisions)
{
    private const string Reason = "Righe con errori escluse al caricamento dei casi.";

    public Task<CasesLoaded> LoadAsync(CaseLoad load, AccessReason reason, CancellationToken cancellation) =>
        store.WriteAsync(
            async context =>
            {
                await CrisisBook.OwnerAsync(context, load.Crisis, load.Agreement, cancellation);
                // Two lists of one crisis may hold the same persons: they are entered one after the other.
                await CrisisBook.LockAsync(context, load.Crisis, cancellation);
                var import = await ImportDesk.FindAsync(context, load.Import, cancellation);
                Check(import, load);
                if (import.State == ImportState.Validated)
                {
                    await decisions.AcceptAsync(context, import, reason.Actor, import.BadCount > 0 ? Reason : null, cancellation);
                    await context.SaveChangesAsync(cancellation);
                }
                await ScopeAsync(context, load, cancellation);
                store.NoteRead(context, reason, [ImportDesk.SubjectOf(load.Import)]);
                return new CasesLoaded(load.Import, import.CreatedCount, import.ExistingCount, import.BadCount);
            },
            cancellation);

    private static void Check(FileImport import, CaseLoad load)
    {
        if (import.Kind != ImportKind.Workers || import.CrisisCode != load.Crisis)
            throw new RegistryRefusedException(RefusalCode.Invalid, $"Expected import {load.Import:D} to be a list of workers of crisis {load.Crisis}, but it is {import.Kind} of {import.CrisisCode ?? "no crisis"}.");
        if (import.State is ImportState.Staged or ImportState.Rejected)
            throw new RegistryRefusedException(RefusalCode.WrongState, $"Expected import {load.Import:D} to be checked or accepted, but it is {import.State}.");
        if (import.State == ImportState.Validated && import.GoodCount == 0)
            throw new RegistryRefusedException(RefusalCode.WrongState, $"Expected a good row in import {load.Import:D}, but all {import.RowCount} have errors: reject it and ask for a corrected list.");
    }

    // A case of another agreement of the same crisis stays there: its process runs already.
    private static async Task ScopeAsync(CasesContext context, CaseLoad load, CancellationToken cancellation)
    {
        if (load.Agreement is null)
            return;
        var scopes = await ScopeRules.OfAsync(context, load.Agreement, cancellation);
        var cases = await context.WorkerCases
            .Where(row => row.AgreementCode == null || row.AgreementCode == load.Agreement)
            .Where(row => context.StagedLines.Any(line => line.ImportId == load.Import && line.CaseId == row.CaseId)).ToListAsync(cancellation);
        foreach (var row in cases)
        {
            row.AgreementCode = load.Agreement;
            row.InScope = scopes.Contains(row.Area, row.Profile);
        }
    }
}
