using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Imports.Kinds;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports;

/// <summary>Uploads and reports of files.</summary>
internal sealed class ImportDesk(CasesStore store, ImportKinds kinds)
{
    private const int FileNameCharsMax = 200;

    public async Task<DeskAnswer<ImportSummary>> UploadAsync(ImportUpload upload, string actor, CancellationToken cancellation)
    {
        if (upload.Request == Guid.Empty)
            return DeskAnswer.Refused<ImportSummary>(new FieldProblem("request", "REQUIRED", "Manca la chiave della richiesta: ricaricare la pagina e riprovare."));
        if (OwnerRules.WhyNot(upload) is { } ownerless)
            return DeskAnswer.Refused<ImportSummary>(ownerless);
        var file = ImportFileReader.Read(upload.Content, kinds.Of(upload.Kind).Format);
        if (file.Problem is { } problem)
            return DeskAnswer.Refused<ImportSummary>(problem);
        return await store.WriteAsync(context => StageAsync(context, upload, file, actor, cancellation), cancellation);
    }

    /// <summary>Imports of an agreement or of a crisis, whichever the key names; of a crisis also those of its agreements. Null: those of no single crisis.</summary>
    public Task<IReadOnlyList<ImportSummary>> ListAsync(string? owner, CancellationToken cancellation) =>
        store.ReadAsync<IReadOnlyList<ImportSummary>>(
            async context =>
            {
                var imports = await context.Imports.Where(row => owner == null ? row.CrisisCode == null : row.AgreementCode == owner || row.CrisisCode == owner).OrderByDescending(row => row.UploadedAt).ThenBy(row => row.Id).ToListAsync(cancellation);
                return [.. imports.Select(SummaryOf)];
            },
            cancellation);

    /// <summary>The last imports of these kinds, the newest first.</summary>
    public Task<IReadOnlyList<ImportSummary>> LatestAsync(IReadOnlyCollection<ImportKind> wanted, int take, CancellationToken cancellation)
    {
        CasesStore.CheckCount("take", take, CaseLimits.PageRowsMax);
        return store.ReadAsync<IReadOnlyList<ImportSummary>>(
            async context =>
            {
                var imports = await context.Imports.Where(row => wanted.Contains(row.Kind)).OrderByDescending(row => row.UploadedAt).ThenBy(row => row.Id).Take(take).ToListAsync(cancellation);
                return [.. imports.Select(SummaryOf)];
            },
            cancellation);
    }

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
                var rows = context.StagedLines.AsNoTracking().Where(row => row.ImportId == import);
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

    public static async Task<FileImport> FindAsync(CasesContext context, Guid import, CancellationToken cancellation) =>
        await context.Imports.SingleOrDefaultAsync(row => row.Id == import, cancellation)
            ?? throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected an import {import:D}, but there is none.");

    public static ImportSummary SummaryOf(FileImport import) =>
        new(import.Id, import.AgreementCode, import.FileName, import.UploadedAt, import.UploadedBy, import.State, import.RowCount, import.GoodCount, import.BadCount, import.WarnedCount, import.Version)
        {
            Kind = import.Kind,
            Crisis = import.CrisisCode,
            DecidedBy = import.DecidedBy,
            DecidedAt = import.DecidedAt,
            DecisionReason = import.DecisionReason,
        };

    public static IReadOnlyDictionary<string, string> ValuesOf(StagedLine row) =>
        row.Values is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(row.Values)!;

    private async Task<DeskAnswer<ImportSummary>> StageAsync(CasesContext context, ImportUpload upload, ImportFile file, string actor, CancellationToken cancellation)
    {
        var hash = Convert.ToHexString(SHA256.HashData(upload.Content.Span));
        if (await context.Imports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == upload.Request, cancellation) is { } known)
        {
            return known.ContentHash == hash && known.Kind == upload.Kind && known.AgreementCode == upload.Agreement && (upload.Crisis is null || known.CrisisCode == upload.Crisis)
                ? DeskAnswer.Accepted(SummaryOf(known))
                : DeskAnswer.Refused<ImportSummary>(new FieldProblem("request", RefusalCode.Stale, "Questa richiesta ha già caricato un altro file: ricaricare la pagina e riprovare."));
        }
        var crisis = upload.Crisis is null && upload.Agreement is null ? null : await CrisisBook.OwnerAsync(context, upload.Crisis, upload.Agreement, cancellation);

        var name = Path.GetFileName(upload.FileName.Trim());
        var import = new FileImport
        {
            Id = upload.Request,
            Kind = upload.Kind,
            CrisisCode = crisis,
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
        var lines = file.Rows.Select(row => Staged(import.Id, row)).ToList();
        context.StagedLines.AddRange(lines);
        var kind = kinds.Of(upload.Kind);
        if (kind.IsCheckedByAgency)
            await NoticeBook.KeepAsync(context, new(import.Id, NoticeKind.WorkersListUploaded, import.Id.ToString("D"), actor, "", import.UploadedAt), cancellation);
        else
            await CheckAsync(context, kind, import, lines, cancellation);
        return DeskAnswer.Accepted(SummaryOf(import));
    }

    private static async Task CheckAsync(CasesContext context, IImportKind kind, FileImport import, List<StagedLine> lines, CancellationToken cancellation)
    {
        await kind.CheckAsync(context, import, lines.FindAll(line => !line.Broken), cancellation);
        var warned = context.ChangeTracker.Entries<RowFinding>().Select(entry => entry.Entity.RowNumber).ToHashSet();
        import.State = ImportState.Validated;
        import.GoodCount = lines.Count(line => line.IsGood == true);
        import.BadCount = lines.Count(line => line.IsGood != true);
        import.WarnedCount = lines.Count(line => line.IsGood == true && warned.Contains(line.RowNumber));
    }

    private static StagedLine Staged(Guid import, FileRow row) => new()
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

    private static ImportReportRow ReportRow(StagedLine row)
    {
        var values = ValuesOf(row);
        var name = $"{values.GetValueOrDefault(WorkerColumns.Surname)} {values.GetValueOrDefault(WorkerColumns.Name)}".Trim();
        var issues = row.Findings.OrderBy(finding => finding.Position).Select(finding => new RowIssue(finding.Field, finding.Code, finding.Severity, finding.Message));
        var code = values.GetValueOrDefault(WorkerColumns.CodiceFiscale) ?? values.GetValueOrDefault("cf_lavoratore") ?? "";
        var other = values.GetValueOrDefault("denominazione") ?? values.GetValueOrDefault("titolo") ?? "";
        return new(row.RowNumber, name.Length > 0 ? name : other, code, row.CentreCode, row.CaseId, row.IsGood, [.. issues]);
    }
}
