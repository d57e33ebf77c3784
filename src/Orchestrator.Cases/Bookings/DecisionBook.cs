using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Imports;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Bookings;

/// <summary>Enters files of decisions when a process asks for it, and reads what they said.</summary>
internal sealed class DecisionBook(CasesStore store, ImportDecisions decisions)
{
    private const string Reason = "Righe con errori escluse dall'importazione degli esiti.";

    public Task<DecisionsEntered> EnterAsync(Guid import, string agreement, AccessReason reason, CancellationToken cancellation) =>
        store.WriteAsync(
            async context =>
            {
                var found = await ImportDesk.FindAsync(context, import, cancellation);
                if (found.Kind != ImportKind.BookingDecisions || found.AgreementCode != agreement)
                    throw new RegistryRefusedException(RefusalCode.Invalid, $"Expected import {import:D} to hold decisions about bookings of {agreement}, but it is {found.Kind} of {found.AgreementCode ?? "no agreement"}.");
                if (found.State == ImportState.Rejected)
                    throw new RegistryRefusedException(RefusalCode.WrongState, $"Expected import {import:D} to be checked or accepted, but it is rejected: upload the right file.");
                if (found.State == ImportState.Validated)
                {
                    await decisions.AcceptAsync(context, found, reason.Actor, found.BadCount > 0 ? Reason : null, cancellation);
                    await context.SaveChangesAsync(cancellation);
                }
                store.NoteRead(context, reason, [ImportDesk.SubjectOf(import)]);
                return await AnswerAsync(context, import, cancellation);
            },
            cancellation);

    public Task<DecisionPage> ReadAsync(Guid import, int afterRow, int take, CancellationToken cancellation)
    {
        CasesStore.CheckCount("take", take, CaseLimits.PageRowsMax);
        return store.ReadAsync(
            async context =>
            {
                await ImportDesk.FindAsync(context, import, cancellation);
                var rows = await context.BookingDecisions.Where(row => row.ImportId == import && row.RowNumber > afterRow).OrderBy(row => row.RowNumber).Take(take + 1)
                    .Select(row => new DecisionRow(row.RowNumber, row.CaseId, row.Approved, row.Reason, row.DecidedOn, row.Correctable)).ToListAsync(cancellation);
                return new DecisionPage([.. rows.Take(take)], rows.Count > take);
            },
            cancellation);
    }

    private static async Task<DecisionsEntered> AnswerAsync(CasesContext context, Guid import, CancellationToken cancellation)
    {
        var approved = await context.BookingDecisions.CountAsync(row => row.ImportId == import && row.Approved, cancellation);
        var rejected = await context.BookingDecisions.CountAsync(row => row.ImportId == import && !row.Approved, cancellation);
        var unmatched = await context.StagedLines.Where(row => row.ImportId == import && row.CaseId == null).OrderBy(row => row.RowNumber).Select(row => row.RowNumber).ToListAsync(cancellation);
        return new(import, approved + rejected, approved, rejected, unmatched);
    }
}
