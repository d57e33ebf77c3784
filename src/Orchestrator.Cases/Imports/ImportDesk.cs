using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports;

/// <summary>Uploads and reports of files of workers.</summary>
internal sealed class ImportDesk(CasesStore store)
{
    private const int FileNameCharsMax = 200;

    public async Task<DeskAnswer<ImportSummary>> UploadAsync(ImportUpload upload, string actor, CancellationToken cancellation)
    {
        if (upload.Request == Guid.Empty)
            return DeskAnswer.Refused<ImportSummary>(new FieldProblem("request", "REQUIRED", "Manca la chiave della richiesta: ricaricare la pagina e riprovare."));
        var file = WorkersFileReader.Read(upload.Content);
        if (file.Problem is { } problem)
            return DeskAnswer.Refused<ImportSummary>(problem);
        return await store.WriteAsync(context => StageAsync(context, upload, file, actor, cancellation), cancellation);
    }

    public Task<IReadOnlyList<ImportSummary>> ListAsync(string agreement, CancellationToken cancellation) =>
        store.ReadAsync<IReadOnlyList<ImportSummary>>(
            async context =>
            {
                var imports = await context.Imports.Where(row => row.AgreementCode == agreement).OrderByDescending(row => row.UploadedAt).ThenBy(row => row.Id).ToListAsync(cancellation);
                return [.. imports.Select(SummaryOf)];
            },
            cancellation);

    public Task<ImportSummary?> FindSummaryAsync(Guid import, CancellationToken cancellation) =>
        store.ReadAsync(
            async context => await context.Imports.SingleOrDefaultAsync(row => row.Id == import, cancellation) is { } found ? SummaryOf(found) : null,
            cancellation);

    public Task<ImportReport> ReadReportAsync(Guid import, ImportQuery query, AccessReason reason, CancellationToken cancellation)
    {
        CasesStore.CheckCount("take", query.Take, CaseLimits.PageRowsMax * 2);
        return store.WriteAsync(
            async context =>
            {
                var found = await FindAsync(context, import, cancellation);
                var rows = context.StagedWorkers.AsNoTracking().Where(row => row.ImportId == import);
                if (query.WithIssuesOnly)
                    rows = rows.Where(row => row.Findings.Count != 0);
                var total = await rows.CountAsync(cancellation);
                // Who looks for what is wrong reads the errors first, then the warnings.
                var ordered = query.WithIssuesOnly
                    ? rows.OrderBy(row => row.Findings.Any(finding => finding.Severity == RowSeverity.Error) ? 0 : 1).ThenBy(row => row.RowNumber)
                    : rows.OrderBy(row => row.RowNumber);
                var page = await ordered.Include(row => row.Findings).Skip(query.Skip).Take(query.Take).AsSplitQuery().ToListAsync(cancellation);
                store.NoteRead(context, reason, [SubjectOf(import)]);
                return new ImportReport(SummaryOf(found), total, [.. page.Select(ReportRow)]);
            },
            cancellation);
    }

    public static string SubjectOf(Guid import) => "import:" + import.ToString("D");

    public static async Task<WorkerImport> FindAsync(CasesContext context, Guid import, CancellationToken cancellation) =>
        await context.Imports.Include(row => row.Agreement).SingleOrDefaultAsync(row => row.Id == import, cancellation)
            ?? throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected an import {import:D}, but there is none.");

    public static ImportSummary SummaryOf(WorkerImport import) =>
        new(import.Id, import.AgreementCode, import.FileName, import.UploadedAt, import.UploadedBy, import.State, import.RowCount, import.GoodCount, import.BadCount, import.WarnedCount, import.Version)
        {
            DecidedBy = import.DecidedBy,
            DecidedAt = import.DecidedAt,
            DecisionReason = import.DecisionReason,
        };

    public static IReadOnlyDictionary<string, string> ValuesOf(StagedWorker row) =>
        row.Values is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(row.Values)!;

    private async Task<DeskAnswer<ImportSummary>> StageAsync(CasesContext context, ImportUpload upload, WorkersFile file, string actor, CancellationToken cancellation)
    {
        var hash = Convert.ToHexString(SHA256.HashData(upload.Content.Span));
        if (await context.Imports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == upload.Request, cancellation) is { } known)
        {
            return known.ContentHash == hash && known.AgreementCode == upload.Agreement
                ? DeskAnswer.Accepted(SummaryOf(known))
                : DeskAnswer.Refused<ImportSummary>(new FieldProblem("request", RefusalCode.Stale, "Questa richiesta ha già caricato un altro file: ricaricare la pagina e riprovare."));
        }
        if (!await context.Agreements.AnyAsync(row => row.Code == upload.Agreement, cancellation))
            throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected an agreement {upload.Agreement}, but there is none.");

        var name = Path.GetFileName(upload.FileName.Trim());
        var import = new WorkerImport
        {
            Id = upload.Request,
            AgreementCode = upload.Agreement,
            FileName = name.Length > FileNameCharsMax ? name[..FileNameCharsMax] : name,
            ContentHash = hash,
            UploadedAt = store.Now,
            UploadedBy = actor,
            State = ImportState.Staged,
            RowCount = file.Rows.Count,
            BadCount = file.Rows.Count(row => row.Broken.Count > 0),
        };
        context.Imports.Add(import);
        context.StagedWorkers.AddRange(file.Rows.Select(row => Staged(import.Id, row)));
        await NoticeBook.KeepAsync(context, new(import.Id, NoticeKind.WorkersListUploaded, import.Id.ToString("D"), actor, "", import.UploadedAt), cancellation);
        return DeskAnswer.Accepted(SummaryOf(import));
    }

    private static StagedWorker Staged(Guid import, FileRow row) => new()
    {
        ImportId = import,
        RowNumber = row.RowNumber,
        Broken = row.Broken.Count > 0,
        Values = JsonSerializer.Serialize(row.Values),
        IsGood = row.Broken.Count > 0 ? false : null,
        Findings = [.. FindingsOf(import, row.RowNumber, row.Broken)],
    };

    /// <summary>The rows of the findings table for <paramref name="issues"/>.</summary>
    public static IEnumerable<RowFinding> FindingsOf(Guid import, int rowNumber, IReadOnlyList<RowIssue> issues) =>
        issues.Select((issue, index) => new RowFinding
        {
            ImportId = import,
            RowNumber = rowNumber,
            Position = index + 1,
            Field = issue.Field,
            Code = issue.Code,
            Severity = issue.Severity,
            Message = issue.Message,
        });

    private static ImportReportRow ReportRow(StagedWorker row)
    {
        var values = ValuesOf(row);
        var name = $"{values.GetValueOrDefault(WorkerColumns.Surname)} {values.GetValueOrDefault(WorkerColumns.Name)}".Trim();
        var issues = row.Findings.OrderBy(finding => finding.Position).Select(finding => new RowIssue(finding.Field, finding.Code, finding.Severity, finding.Message));
        return new(row.RowNumber, name, values.GetValueOrDefault(WorkerColumns.CodiceFiscale, ""), row.CentreCode, row.CaseId, row.IsGood, [.. issues]);
    }
}
