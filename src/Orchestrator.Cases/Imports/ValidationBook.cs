using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports;

/// <summary>What an agency reads and writes while an import is validated.</summary>
internal sealed class ValidationBook(CasesStore store)
{
    public Task<StagedPage> ReadRowsAsync(Guid import, int afterRow, int take, AccessReason reason, CancellationToken cancellation)
    {
        CasesStore.CheckCount("take", take, CaseLimits.PageRowsMax);
        return store.WriteAsync(
            async context =>
            {
                var found = await FindUndecidedAsync(context, import, cancellation);
                var rows = await context.StagedLines.AsNoTracking()
                    .Where(row => row.ImportId == import && row.RowNumber > afterRow && !row.Broken)
                    .OrderBy(row => row.RowNumber).Take(take + 1).ToListAsync(cancellation);
                store.NoteRead(context, reason, [ImportDesk.SubjectOf(import)]);
                var page = rows.Take(take).Select(row => new StagedRow(row.RowNumber, ImportDesk.ValuesOf(row)));
                return new StagedPage(found.CrisisCode!, CasesStore.DayInRome(found.UploadedAt), [.. page], rows.Count > take);
            },
            cancellation);
    }

    public Task<IReadOnlyList<ExistingCase>> FindExistingAsync(Guid import, IReadOnlyList<string> canonicalCodes, AccessReason reason, CancellationToken cancellation)
    {
        if (canonicalCodes.Count == 0)
            return Task.FromResult<IReadOnlyList<ExistingCase>>([]);
        CasesStore.CheckCount("codes", canonicalCodes.Count, CaseLimits.PageRowsMax);
        return store.WriteAsync<IReadOnlyList<ExistingCase>>(
            async context =>
            {
                var found = await ImportDesk.FindAsync(context, import, cancellation);
                var crisis = found.CrisisCode;
                var existing = await context.WorkerCases.AsNoTracking()
                    .Where(row => row.CrisisCode == crisis && canonicalCodes.Contains(row.Worker!.CanonicalCf))
                    .OrderBy(row => row.CaseId)
                    .Select(row => new ExistingCase(row.Worker!.CanonicalCf, row.CaseId)).ToListAsync(cancellation);
                store.NoteRead(context, reason, existing.Select(row => row.CaseId));
                return existing;
            },
            cancellation);
    }

    public Task<int> ReportAsync(Guid import, IReadOnlyList<RowVerdict> verdicts, CancellationToken cancellation)
    {
        CasesStore.CheckCount("verdicts", verdicts.Count, CaseLimits.PageRowsMax);
        return store.WriteAsync(
            async context =>
            {
                await FindUndecidedAsync(context, import, cancellation);
                await CheckCentresAsync(context, verdicts, cancellation);
                var numbers = verdicts.Select(verdict => verdict.RowNumber).ToList();
                var rows = await context.StagedLines.Where(row => row.ImportId == import && numbers.Contains(row.RowNumber) && !row.Broken)
                    .ToDictionaryAsync(row => row.RowNumber, cancellation);
                await context.RowFindings.Where(finding => finding.ImportId == import && numbers.Contains(finding.RowNumber)).ExecuteDeleteAsync(cancellation);
                foreach (var verdict in verdicts)
                    Write(context, rows, import, verdict);
                return rows.Count;
            },
            cancellation);
    }

    public Task<ValidationSummary> CompleteAsync(Guid import, CancellationToken cancellation) =>
        store.WriteAsync(
            async context =>
            {
                var found = await ImportDesk.FindAsync(context, import, cancellation);
                if (found.State == ImportState.Staged)
                    await CloseAsync(context, found, cancellation);
                return new ValidationSummary(import, found.RowCount, found.GoodCount, found.BadCount, found.WarnedCount);
            },
            cancellation);

    private static async Task CloseAsync(CasesContext context, FileImport import, CancellationToken cancellation)
    {
        var rows = context.StagedLines.Where(row => row.ImportId == import.Id);
        var open = await rows.CountAsync(row => row.IsGood == null, cancellation);
        if (open > 0)
            throw new RegistryRefusedException(RefusalCode.WrongState, FormattableString.Invariant($"Expected a verdict for every row of import {import.Id:D}, but {open} rows have none."));
        import.GoodCount = await rows.CountAsync(row => row.IsGood == true, cancellation);
        import.BadCount = await rows.CountAsync(row => row.IsGood == false, cancellation);
        import.WarnedCount = await rows.CountAsync(row => row.IsGood == true && row.Findings.Count != 0, cancellation);
        import.State = ImportState.Validated;
        import.Version++;
    }

    private static void Write(CasesContext context, Dictionary<int, StagedLine> rows, Guid import, RowVerdict verdict)
    {
        if (!rows.TryGetValue(verdict.RowNumber, out var row))
            throw new RegistryRefusedException(RefusalCode.NotFound, FormattableString.Invariant($"Expected a readable row {verdict.RowNumber} in import {import:D}, but there is none."));
        if (verdict.IsGood && (verdict.CanonicalCodiceFiscale is null || verdict.Centre is null))
            throw new RegistryRefusedException(RefusalCode.Invalid, FormattableString.Invariant($"Expected a code and a centre for the good row {verdict.RowNumber}, but one is missing."));
        row.IsGood = verdict.IsGood;
        row.CanonicalCf = verdict.CanonicalCodiceFiscale;
        row.CentreCode = verdict.Centre;
        context.RowFindings.AddRange(ImportDesk.FindingsOf(import, verdict.RowNumber, verdict.Issues));
    }

    private static async Task CheckCentresAsync(CasesContext context, IReadOnlyList<RowVerdict> verdicts, CancellationToken cancellation)
    {
        var known = await context.Centres.Select(centre => centre.Code).ToListAsync(cancellation);
        if (verdicts.FirstOrDefault(verdict => verdict.Centre is { } centre && !known.Contains(centre)) is { } wrong)
            throw new RegistryRefusedException(RefusalCode.Invalid, FormattableString.Invariant($"Expected the code of a centre for row {wrong.RowNumber}, but found {wrong.Centre}."));
    }

    private static async Task<FileImport> FindUndecidedAsync(CasesContext context, Guid import, CancellationToken cancellation)
    {
        var found = await ImportDesk.FindAsync(context, import, cancellation);
        return found.State is ImportState.Staged or ImportState.Validated
            ? found
            : throw new RegistryRefusedException(RefusalCode.WrongState, $"Expected import {import:D} to be undecided, but it is {found.State}.");
    }
}
